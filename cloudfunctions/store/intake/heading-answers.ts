import type { FileKind } from '#contract/intake/actions'
import { collection, index } from '../db/collection'

/**
 * What people answered about an agency's headings, so that nobody asks again: by agency ('' where files name none) and shape of
 * headings. It names columns only, and nobody.
 */
export interface HeadingAnswer {
  /** `<agency>/<hash of the shape>`. */
  _id: string
  agency: string
  /** As `shapeOf` writes it. */
  headings: string
  kind: FileKind
  /** From 0; null: nobody needs it. */
  columns: { column: number; key: string | null }[]
  /** Who answered (a staff id, or `operator`), and when. */
  by: string
  at: string
}
export const headingAnswers = collection<HeadingAnswer>('heading_answers', [index('agency')])
