import type { ColumnAnswer } from '#store/intake/directions'
import type { Heading } from './headings'
import { plainHeading } from './headings'

/**
 * The shape of some headings: what stands over each column, in order, without brackets, units and numbering; numbers in it count as any
 * number, so that 10月金额 and 11月金额 are one shape. What is remembered of an agency's headings is remembered by it.
 */
export const shapeOf = (headings: Heading[]): string => headings.map(pathOf).join('|').replace(/\d+/g, '#').replace(/\|+$/, '')

/** 户主信息>姓名 */
export const pathOf = ({ groups, plain }: Heading): string => [...groups.map(plainHeading), plain].filter(Boolean).join('>')

/** The columns of some headings that people spoke of, by number; null for one that nobody needs. */
export function fixedIn(told: ColumnAnswer[], sheet: string, headings: Heading[]): Map<number, string | null> {
  const fixed = new Map<number, string | null>()
  if (told.length === 0) return fixed
  const shape = shapeOf(headings)
  for (const answer of told) {
    if ('heading' in answer) {
      const asked = plainHeading(answer.heading)
      headings.forEach((heading, column) => {
        const [path, own] = [pathOf(heading), heading.plain]
        if (asked !== '' && (own === asked || heading.text === answer.heading || path === answer.heading)) fixed.set(column, answer.key)
      })
    } else if ((answer.sheet ?? sheet) === sheet && (answer.headings ?? shape) === shape && answer.column < headings.length)
      fixed.set(answer.column, answer.key)
  }
  return fixed
}
