/** A part of the add-in could not be loaded from its own server: the connection may be gone. */
export class NotLoaded extends Error {}

/** Whether that is what went wrong; scripts that webpack loads later fail with an error of its own. */
export function isNotLoaded(error: Error): boolean {
  return error instanceof NotLoaded || error.name === 'ChunkLoadError';
}
