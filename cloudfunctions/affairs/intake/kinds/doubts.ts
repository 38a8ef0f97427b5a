import type { LookQuestion } from '#contract/intake/question'
import { compactOf, textOf } from '#domain/files/cells'
import { maskName } from '#domain/people/names'
import { isNameLike } from '#domain/people/name-like'
import { unitIn } from '#domain/money/amounts'
import { readLooseDate } from '#domain/time/loose-dates'
import { isSlashed } from '#domain/time/slashed-dates'
import { askColumn, sayColumn } from '../asking'
import type { Evidence } from '../evidence/columns'
import { contradiction, sayWhat } from '../evidence/judge'
import type { ColumnSpecs } from '../tables/columns'
import { writtenOrder } from '../tables/date-order'
import type { Table } from '../tables/find-table'
import { unitOfTable } from '../tables/units'

/**
 * What must be asked of tables before their rows are read: columns with one name, and cells that are something else than is written
 * over them, and dates of which day and month could change places.
 */
export const doubtsOf = (tables: Table[], specs: ColumnSpecs, labelOf: (key: string) => string): LookQuestion[] => {
  const questions = tables.flatMap((table) => [...rivalsIn(table, labelOf), ...contradictionsIn(table, specs, labelOf), ...datesIn(table)])
  return [...new Map(questions.map((question) => [`${question.id}/${question.headings ?? ''}`, question])).values()].sort(
    (a, b) => (a.column ?? 0) - (b.column ?? 0),
  )
}

/** Two columns with the same name that say different things: which is meant cannot be guessed. */
const rivalsIn = (table: Table, labelOf: (key: string) => string): LookQuestion[] =>
  [...table.rivals].flatMap(([key, others]) => {
    const column = table.at.get(key)!
    const differing = others.filter((other) => differ(table, column, other))
    if (differing.length === 0) return []
    return [column, ...differing].map((one) =>
      askColumn(
        { ...inTable(table), column: one },
        `工作表“${table.sheet}”有两列都像“${labelOf(key)}”（${[column, ...differing].map((each) => sayColumn({ ...inTable(table), column: each })).join('、')}），${sayColumn({ ...inTable(table), column: one })}是不是要用的那一列`,
        [{ value: key, label: labelOf(key) }],
      ),
    )
  })

const differ = ({ body }: Table, one: number, other: number): boolean =>
  body.some(({ cells }) => {
    const [a, b] = [compactOf(cells[one]), compactOf(cells[other])]
    return a !== '' && b !== '' && a !== b
  })

/** Columns whose cells are something else than their heading says. */
const contradictionsIn = (table: Table, specs: ColumnSpecs, labelOf: (key: string) => string): LookQuestion[] =>
  [...table.at].flatMap(([key, column]) => {
    const holds = specs[key]?.holds
    if (!holds || table.fixed.has(column) || table.likely.has(key)) return []
    const evidence = table.cells(column)
    const says = contradiction(holds, evidence, holds === 'amount' ? unitFor(table, key) : undefined)
    if (!says) return []
    const fitting = Object.entries(specs).flatMap(([other, use]) => (use.holds === says && other !== key ? [other] : []))
    return [
      askColumn(
        { ...inTable(table), column },
        `工作表“${table.sheet}”${sayColumn({ ...inTable(table), column })}下面像是${sayWhat[says]}（${samplesOf(evidence)}），不像“${labelOf(key)}”，这一列到底是什么`,
        [...fitting, key].map((value) => ({ value, label: labelOf(value) })),
      ),
    ]
  })

/** 10/1/2026 in a column in which no date has a day after the 12th: which is the month is asked once for the file. */
const datesIn = (table: Table): LookQuestion[] =>
  [...table.at].flatMap(([key, column]) => {
    if (table.dates || writtenOrder(table, key) !== 'unsure') return []
    const cell = table.body.map(({ cells }) => cells[column]).find((one) => isSlashed(one) && !('on' in readLooseDate(one)))
    return [
      {
        ...{ id: 'dates', about: 'dates' as const, sheet: table.sheet },
        words: `工作表“${table.sheet}”${sayColumn({ ...inTable(table), column })}的日期写成“${textOf(cell)}”这样，哪个是月、哪个是日`,
        choices: [
          { value: 'month-first', label: '前面是月，后面是日' },
          { value: 'day-first', label: '前面是日，后面是月' },
        ],
      },
    ]
  })

function unitFor(table: Table, key: string) {
  const own = unitIn(table.headings.get(key) ?? '') ?? table.groups.get(key)?.map(unitIn).find(Boolean)
  return own ?? table.unit ?? unitOfTable(table)
}

const inTable = ({ sheet, columns }: Table) => ({ sheet, headings: columns })

/** The first cells; of names and long numbers only so much that nobody is named: a question is kept as it is. */
export const samplesOf = ({ samples }: Evidence): string =>
  samples
    .map((text) => (/\d{7}/.test(text) ? `${text.slice(0, 3)}…${text.slice(-2)}` : isNameLike(text) ? maskName(text) : text.slice(0, 12)))
    .join('、')
