import type { Day } from '../../time/dates'

/** Fields by which two people are compared, as people call them. */
export const likeFieldNames = { id: '身份证号', name: '姓名', birth: '出生日期', sex: '性别', home: '住哪里', phone: '电话' } as const
export type LikeField = keyof typeof likeFieldNames
export const likeFields = Object.keys(likeFieldNames) as [LikeField, ...LikeField[]]

/** A person as far as they are known; what is not known is not there, and neither speaks for nor against anything. */
export interface Described {
  /** Cleaned: half-width, upper-case X. 18 characters, an old number of 15, or one that was spoilt. */
  idNumber?: string | undefined
  /** A spreadsheet took the number for an amount: only its first 15 digits are true. */
  idCut?: boolean | undefined
  name: string
  /** How each character of the name may be read, without tones: [['chen'], ['a', 'e'], ['gong']]. */
  sounds: readonly (readonly string[])[]
  birth?: Day | undefined
  sex?: '男' | '女' | undefined
  /** Code of the village (12 digits), or of the town (9) where no village is known. */
  home?: string | undefined
  phones?: readonly string[] | undefined
}

/** How far two values of one field agree, the nearest first. `missing`: one of them is not there. */
export const likeLevels = {
  id: ['same', 'slip', 'cut', 'born', 'serial', 'other', 'missing'],
  name: ['same', 'sound', 'shape', 'key', 'turned', 'other', 'missing'],
  birth: ['same', 'slip', 'near', 'other', 'missing'],
  sex: ['same', 'other', 'missing'],
  home: ['same', 'town', 'other', 'missing'],
  phone: ['same', 'slip', 'other', 'missing'],
} as const satisfies Record<LikeField, readonly string[]>
export type LevelOf<Field extends LikeField> = (typeof likeLevels)[Field][number]
export type Levels = { [Field in LikeField]: LevelOf<Field> }

/** What a comparison weighs with: dated data of the county pack. Weights are log2 of how much likelier one person is than two. */
export interface LikenessRules {
  from: Day
  source: string
  unverified?: boolean | undefined
  weights: { [Field in LikeField]: Partial<Record<LevelOf<Field>, number>> }
  /** Two people of this weight together are surely one; are to be looked at; below it they are two. */
  sure: number
  proposed: number
  /** Off the weight of a name: it has two characters; its surname is one of the frequent ones. */
  shortName: number
  frequentSurname: number
  surnames: string
  /** So many years apart a birth is near. */
  nearYears: number
  /** Of a block in which so many people are, nobody is compared. */
  largestBlock: number
  /** Characters that are taken for each other, each group one text. */
  lookAlikes: string[]
}
