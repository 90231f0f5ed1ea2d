import type { ArgumentName, FunctionTexts } from '../texts/en/functions';
import { ArgumentError, describeError } from './argument-error';
import { type Block, cellNumber, shape } from './argument';
import type { CellError, CellValue } from './cell';

/** Ranges of one shape, by name; a single cell goes with every cell of the others. */
export type Blocks = readonly (readonly [ArgumentName, Block])[];

/**
 * Computes cell by cell over ranges of one shape; what is wrong with one cell shows in its place only.
 *
 * @returns one result per cell, row by row, in the shape of the largest range
 */
export function cellByCell<Result extends CellValue | readonly CellValue[]>(
  blocks: Blocks,
  texts: FunctionTexts,
  compute: (numbers: readonly number[]) => Result,
): (Result | CellError)[][] {
  const isSingle = (block: Block): boolean => block.length === 1 && block[0]!.length === 1;
  const outline = (blocks.find(([, block]) => !isSingle(block)) ?? blocks[0]!)[1];
  for (const [argument, block] of blocks) {
    if (isSingle(block) || shape(block) === shape(outline)) continue;
    throw new ArgumentError('different-shapes', { argument, came: shape(block), expected: shape(outline) });
  }
  return outline.map((row, r) =>
    row.map((_, c) => {
      try {
        return compute(
          blocks.map(([argument, block]) => {
            const cell = isSingle(block) ? block[0]![0] : block[r]![c];
            const value = cellNumber(cell, argument, texts);
            if (Number.isNaN(value)) throw new ArgumentError('blank', { argument });
            return value;
          }),
        );
      } catch (error) {
        return describeError(error, texts);
      }
    }),
  );
}
