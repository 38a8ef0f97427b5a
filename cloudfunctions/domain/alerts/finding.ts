import { sumFen, type Fen } from '../money/money'

/**
 * The four words of the board: 错 somebody who should not, or not so much · 少 money that is short · 落 a project left behind · 漏 a
 * household or person left out.
 */
export const alertWords = ['错', '少', '落', '漏'] as const
export type AlertWord = (typeof alertWords)[number]

export const wordMeanings: Record<AlertWord, string> = {
  错: '人不对、钱给错了',
  少: '钱少了、没到',
  落: '项目拖下来了',
  漏: '该管的没管到',
}

/** What an alert is about, or rests on: a document, by its collection's word and its id. */
export interface AlertRecord {
  kind:
    | 'person'
    | 'household'
    | 'place'
    | 'payment'
    | 'award'
    | 'receipt'
    | 'import'
    | 'vital-event'
    | 'medical-bill'
    | 'project'
    | 'statement'
    | 'case'
    | 'scheme'
    | 'membership'
    | 'dividend'
    | 'batch'
    | 'batch-line'
    | 'request'
    | 'visit'
    | 'pairing'
    | 'worker'
    | 'plan'
  id: string
}

/** What a detector found: facts that somebody must look at. It is no verdict. */
export interface Finding {
  subject: AlertRecord
  /** Tells several alerts about one subject apart: a programme and period, say. Findings of one subject and cause are one alert. */
  cause?: string
  /** Id of the agency that must look first. */
  agencyId: string
  /** Nine digits, and twelve: as far as it is known where. */
  townCode?: string
  villageCode?: string
  /** Plain Chinese, one or two sentences: what does not fit. No name, and no number of a person. */
  why: string
  /** How much money it is about, in 分. */
  amountFen?: Fen
  records: AlertRecord[]
  /**
   * What it rests on, as text: ids, days, amounts, names, never a person's numbers. Only others than these bring back what was decided: a
   * month belongs here where every month's payment is a matter of its own, and does not where the same thing merely goes on.
   */
  facts: string[]
}

/** Findings of one cause are one: the first says why, all give their records, facts and money. */
export function joinFindings(findings: readonly Finding[]): Finding {
  const [first] = findings
  if (!first) throw new Error('no finding to join')
  const amounts = findings.flatMap(({ amountFen }) => amountFen ?? [])
  const whys = [...new Set(findings.map(({ why }) => why))]
  const records = new Map(findings.flatMap((one) => one.records).map((record) => [`${record.kind}/${record.id}`, record]))
  return {
    ...first,
    why: whys.length > 1 ? `${first.why}（同一个原因，还有 ${whys.length - 1} 处）` : first.why,
    ...(amounts.length > 0 && { amountFen: sumFen(amounts) }),
    records: [...records.values()],
    facts: [...new Set(findings.flatMap(({ facts }) => facts))].sort(),
  }
}
