import type { Fen } from '../money/money'

/** What was found at home 入户核查. One check serves 监测 and 救助: whichever case of the household comes next may rest on it. */
export interface HomeCheckFound {
  /** Who was met: 本人, 配偶, 邻居, nobody. */
  met: string
  /** The household agrees that departments' data are compared. */
  consent: boolean
  /** How many people live of one household's money; nothing: not asked. */
  people?: number | undefined
  /** Yearly, in 分; a part that nobody could say is missing and not nothing. */
  income?:
    { wagesFen?: Fen | undefined; businessFen?: Fen | undefined; propertyFen?: Fen | undefined; transferFen?: Fen | undefined } | undefined
  /** What the household had to pay itself in twelve months, in 分. */
  spending?:
    { medicalFen?: Fen | undefined; schoolingFen?: Fen | undefined; housingFen?: Fen | undefined; careFen?: Fen | undefined } | undefined
  housing?: string | undefined
  /** What was seen and said. */
  seen: string
  opinion: HomeCheckOpinion
}

export const homeCheckOpinions = ['fits', 'fits-not', 'unsure'] as const
export type HomeCheckOpinion = (typeof homeCheckOpinions)[number]
export const homeCheckOpinionNames: Record<HomeCheckOpinion, string> = { fits: '符合', 'fits-not': '不符合', unsure: '看不准，请再核' }
