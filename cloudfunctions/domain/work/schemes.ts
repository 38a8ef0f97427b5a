import type { Transitions } from './transitions'

/** How a pooled scheme 抱团增收 stands. `changing`: it runs by the terms that it has, and others wait for a second person. */
export const schemeStateNames = {
  asked: '等批准',
  running: '在办',
  changing: '在办，改分红标准等批准',
  refused: '没有批准',
  ended: '已结束',
} as const
export type SchemeState = keyof typeof schemeStateNames
export const schemeStates = Object.keys(schemeStateNames) as [SchemeState, ...SchemeState[]]

export const isRunning = (state: SchemeState): boolean => state === 'running' || state === 'changing'

/** What people do with a scheme. `open` begins one, too. */
export const schemeActNames = {
  open: '登记项目',
  change: '改分红标准',
  approve: '批准',
  refuse: '不批准',
  end: '结束项目',
} as const
export type SchemeAct = keyof typeof schemeActNames
export const schemeActs = Object.keys(schemeActNames) as [SchemeAct, ...SchemeAct[]]

export const schemeTransitions: Transitions<SchemeState, SchemeAct> = {
  open: { refused: 'asked', ended: 'asked' },
  change: { running: 'changing' },
  approve: { asked: 'running', changing: 'running' },
  refuse: { asked: 'refused', changing: 'running' },
  end: { running: 'ended' },
}
