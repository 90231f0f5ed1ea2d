/** Words and signs that begin a note below a table rather than a row of it. */
export const beginsNote =
  /^(?:[*†‡¹²³]|\d\)|(?:kilde|kilder|note|noter|anm|anmærkning|source|sources|notes?)\b ?[.:])/iu;
