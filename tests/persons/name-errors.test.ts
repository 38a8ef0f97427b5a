import { join } from 'node:path'
import { chineseSounds } from '#affairs/persons/sounds'
import { loadCounty } from '#local/county/load'
import { errorNames, type ErrorName } from '../fixtures/names/errors'
import { f1Of, judge, precisionOf, recallOf, type Judged } from '../fixtures/names/judge'

const rules = loadCounty(join(__dirname, '../../config/counties/wencheng')).likeness

/** Typos and gaps of one field, the rest as it was: the bar that FEBRL's sets are passed with. */
const clean: ErrorName[] = ['身份证号错一位', '身份证号相邻两位写反', '身份证号漏一位', '身份证号后三位丢了', '十五位旧号', '没有身份证号']

/** Where there is no more to be told: without number and phone, whoever has moved may be another of the same name and birth. */
const bars: Partial<Record<ErrorName, [precision: number, recall: number]>> = { '没有身份证号，搬了村': [0.9, 0.55] }

test('who is written with an error is found again, and is taken for nobody else', async () => {
  const judged = judge(rules, await chineseSounds(), 3000, 20261130)
  for (const name of errorNames) {
    expect([name, judged[name].written > 100]).toEqual([name, true])
    const [precision, recall] = bars[name] ?? [0.99, 0.97]
    expect([name, precisionOf(judged[name]) >= precision]).toEqual([name, true])
    expect([name, recallOf(judged[name]) >= recall]).toEqual([name, true])
  }
  const together = clean.map((name) => judged[name]).reduce(added)
  expect(f1Of(together)).toBeGreaterThanOrEqual(0.99)
})

const added = (a: Judged, b: Judged): Judged => ({ written: a.written + b.written, found: a.found + b.found, wrong: a.wrong + b.wrong })
