import type { LookColumn } from '#contract/intake/look'
import type { LookQuestion } from '#contract/intake/question'
import type { County } from '#domain/county/county'
import type { Seen } from '../asking'
import type { Evidence } from '../evidence/columns'
import { sayWhat } from '../evidence/judge'
import type { Heading } from '../tables/headings'
import { labelOf } from '../tables/vocabulary'
import { pathOf } from '../tables/told'

/** Every column with what it is taken for, how surely, and why; one without a heading and without a cell is left out. */
export function columnsOf(county: County, seen: Seen, questions: LookQuestion[]): LookColumn[] {
  const keys = new Map([...seen.at].map(([key, column]) => [column, key]))
  const asked = new Set(questions.flatMap(({ sheet, column }) => (sheet === seen.sheet && column !== undefined ? [column] : [])))
  const width = seen.columns.length + besides
  return Array.from({ length: width }, (_, column) => seen.columns[column] ?? unheaded).flatMap((heading, column) => {
    const [evidence, key] = [seen.cells(column), keys.get(column) ?? null]
    if (heading.text === '' && evidence.filled === 0) return []
    const ask = asked.has(column)
    const isFixed = seen.fixed.has(column)
    return [
      {
        ...{ column, ask, key },
        heading: heading.groups.length > 0 ? pathOf(heading) : heading.text,
        label: key && labelOf(county.columns, seen.kind, key),
        confidence: ask ? ('unknown' as const) : confidenceOf(seen, key, isFixed),
        because: because(seen, key, heading.text, isFixed, evidence),
      },
    ]
  })
}

/** So many columns to the right of the last heading are looked at, too. */
const besides = 12
const unheaded: Heading = { text: '', plain: '', groups: [], above: [] }

const confidenceOf = ({ likely }: Seen, key: string | null, isFixed: boolean): LookColumn['confidence'] =>
  isFixed ? 'sure' : key === null ? 'unknown' : likely.has(key) ? 'likely' : 'sure'

function because({ likely }: Seen, key: string | null, heading: string, isFixed: boolean, evidence: Evidence): string {
  const cells = sayCells(evidence)
  if (isFixed) return key === null ? '有人说过这一列不用' : '有人说过它是什么'
  if (key !== null && likely.has(key)) return `表头没有认出来，${cells}`
  if (key !== null) return `表头写“${heading}”${evidence.says && evidence.says !== 'other' ? `，${cells}` : ''}`
  return heading === '' ? `没有表头，${cells}` : `表头“${heading}”没有认出来，${cells}`
}

/** 看过的 118 格像是身份证号 */
const sayCells = ({ filled, says }: Evidence): string =>
  filled === 0 ? '下面是空的' : says ? `看过的 ${filled} 格像是${sayWhat[says]}` : `看过的 ${filled} 格看不出是什么`
