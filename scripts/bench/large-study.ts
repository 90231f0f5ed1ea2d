/** A study of any size, as two .csv files: ten years, an area and its control; four areas share a control. */
export interface StudyFiles {
  readonly evictions: string;
  readonly programmes: string;
}

const firstYear = 2006;
const years = 10;

export function largeStudy(areas: number): StudyFiles {
  const evictions = ['Område;Gruppe;Boligorganisation;År;Udsættelser;Lejemål'];
  const programmes = ['Område;Første hele år;Lejemål;Forebyggelsestimer pr. uge'];
  for (let area = 0; area < areas; area += 1) {
    const name = `Område ${area + 1}`;
    const serves = Math.floor(area / 4);
    for (let year = 0; year < years; year += 1) {
      const calendarYear = firstYear + year;
      evictions.push(`${name};Indsats;${name};${calendarYear};${5 + ((7 * area + 3 * year) % 9)};900`);
      const control = 10 + ((5 * serves + 3 * year) % 13);
      evictions.push(`${name};Kontrol;Bo ${serves + 1};${calendarYear};${control};4000`);
    }
    programmes.push(`${name};${2010 + (area % 3)};900;10`);
  }
  return { evictions: evictions.join('\n'), programmes: programmes.join('\n') };
}

/** The same as files of a folder. */
export function filesOf({ evictions, programmes }: StudyFiles): { name: string; bytes: Uint8Array }[] {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  return [
    { name: 'evictions.csv', bytes: bytes(evictions) },
    { name: 'programmes.csv', bytes: bytes(programmes) },
    { name: 'eviction-costs.csv', bytes: bytes('Kilde;Kr. pr. udsættelse\nA;50000\nB;60000') },
  ];
}
