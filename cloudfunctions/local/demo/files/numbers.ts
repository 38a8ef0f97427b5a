import { fen } from '#domain/money/money'

/** The numbers that the demo county reproduces by being counted. Source of the first block: the paper on 文成县“小康码”. */
export const paper = {
  /** People on the register. */
  people: 12_883,
  /** Paired households; in the demo, every household on the register. */
  households: 9_521,
  /** Households in pooled schemes. */
  dividendHouseholds: 4_633,
  /** People taken off the register by May 2021. */
  exits: 4_524,
  exitsUntil: '2021-05-31',
  /** Scans of posters. */
  scans: 13_800,
} as const

/**
 * How many households have one, two, three, four members: 9,521 households, 12,883 people; shape as in the sample register (224
 * : 56 : 17 : 3).
 */
export const householdsBySize = [6_939, 1_912, 560, 110] as const

/** Invented for the demo. Amounts in 分 unless said otherwise; shares are of 1. */
export const invented = {
  /** 521 cadres with seven households and 979 with six make 9,521. */
  cadres: 1_500,
  peoplePerDoctor: 130,
  doctorShare: 0.78,
  /** Sample register: 190 低保, 60 低边, 50 特困 of 300; 特困 live alone. */
  destituteShareOfSingles: 1_587 / 6_939,
  nearMinimumShareOfOthers: 0.24,
  destituteMonthlyFen: fen(146_900),
  disabledShare: 0.16,
  livingAllowanceFen: fen(35_000),
  /** By disability grade, first and second. */
  careAllowanceFen: { 1: fen(50_000), 2: fen(25_000) },
  resettledHouseholdShare: 0.08,
  resettlementQuarterFen: fen(15_000),
  farmlandHouseholdShare: 0.35,
  farmlandFenPerMu: 11_800,
  medicalAidShareAMonth: 0.011,
  upperGrantHouseholdShare: 0.2,
  /** Share of cards that fail in a month, and of those, mended by the next. */
  cardFailure: 0.005,
  mendedNextMonth: 0.85,
  /** Day of the month on which the bank pays. */
  payday: 15,
} as const

/** The household that every guide, screenshot and journey shows. It is the first of the first village of its town. */
export const featured = {
  town: '南田镇',
  head: { name: '陈阿公', birth: '1946-03-12' },
  wife: { name: '李秀珠', birth: '1949-08-06' },
  monthlyFen: fen(76_200),
  careFen: fen(25_000),
  medicalAidFen: fen(120_000),
  dividend: { scheme: '飞地产业园', principalFen: fen(800_000), dividendFen: fen(80_000) },
  cadre: { name: '林建国', post: '科长', agency: 'agriculture' },
  doctor: '周敏',
} as const
