import type { WorkbookPlan } from '../report';
import { packRecord } from './report-record';
import { savedNamespace, toSavedXml } from './saved-xml';
import { cutBlocks } from './write-plan';

/** A plan whose blocks are cut to the size of requests, with the documents of the record that is kept beside it. */
export interface PreparedPlan extends WorkbookPlan {
  readonly record: readonly string[];
}

/**
 * What of writing needs no Excel, and takes long for many areas: it can be done where it holds nobody up. Pure; the
 * plan is not changed.
 */
export function preparePlan(plan: WorkbookPlan): PreparedPlan {
  if ('record' in plan) return plan as PreparedPlan;
  const record = toSavedXml(savedNamespace.report(plan.suffix), packRecord(plan));
  return { ...plan, sheets: plan.sheets.map(cutBlocks), record };
}
