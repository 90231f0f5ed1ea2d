/**
 * What a request can fail with. Codes and messages are Excel's own, as its documentation lists them (Office
 * add-ins: "Error handling with the application-specific JavaScript APIs").
 */
export class HostError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export const invalidArgument = (
  detail = 'The argument is invalid or missing or has an incorrect format.',
): HostError => new HostError('InvalidArgument', detail);

export const itemNotFound = (): HostError =>
  new HostError('ItemNotFound', "The requested resource doesn't exist.", 404);

export const itemAlreadyExists = (): HostError =>
  new HostError('ItemAlreadyExists', 'The resource being created already exists.', 409);

export const accessDenied = (): HostError =>
  new HostError('AccessDenied', 'You cannot perform the requested operation.', 403);

export const invalidOperation = (detail = 'The operation attempted is invalid on the object.'): HostError =>
  new HostError('InvalidOperation', detail);

export const invalidReference = (): HostError =>
  new HostError('InvalidReference', 'This reference is not valid for the current operation.');

/** What the workbench does not know is refused by name, never passed over. */
export const apiNotFound = (member: string): HostError =>
  new HostError('ApiNotFound', `The workbench does not know ${member}.`, 404);

/** Whole requests that Excel refuses before reading them: office.js knows these by number. */
export const REFUSALS: Readonly<Record<string, number>> = {
  GeneralException: 5001,
  InvalidOperationInCellEditMode: 5004,
  InvalidOrTimedOutSession: 5012,
  ActivityLimitReached: 5102,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
  AccessDenied: 7000,
};
