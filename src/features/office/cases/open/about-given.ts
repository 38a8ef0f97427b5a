import type { CaseKind } from '#domain/work/cases'
import type { Opening } from '../use-cases'
import type { PersonLine } from './people-lines'
import { comingOf, faultOfPeople, noPerson } from './people-lines'
import type { Source } from './where-from'
import { faultOfWords } from './where-from'

/** What is typed of a case about a household of the register. */
export interface AboutDraft {
  kind: CaseKind | ''
  personIds: string[]
  headId: string
  into: string
  town: string
  village: string
  coming: PersonLine[]
  source: Source
  words: string
}
export const emptyAbout: AboutDraft = {
  ...{ kind: '', personIds: [], headId: '', into: '', town: '', village: '' },
  ...{ coming: [noPerson('')], source: 'officer', words: '' },
}

type Asked = 'people' | 'members' | 'all' | 'head' | 'into' | 'village'

/** What each kind asks for. `all`: nobody ticked is everybody. */
export const asksFor: Record<CaseKind, readonly Asked[]> = {
  recognise: ['people'],
  category: [],
  exit: ['members', 'all'],
  died: ['members'],
  restore: ['members', 'all'],
  move: ['village'],
  head: ['head'],
  join: ['members', 'all', 'into'],
  split: ['members', 'head'],
}

/** What can be seen here to be missing. */
export function faultOfAbout({ kind, personIds, headId, into, village, coming, words }: AboutDraft): string | undefined {
  if (kind === '') return '请选办什么。'
  const asked = asksFor[kind]
  if (asked.includes('people') && faultOfPeople(coming)) return faultOfPeople(coming)
  if (asked.includes('members') && !asked.includes('all') && personIds.length === 0) return '请选哪几个人。'
  if (asked.includes('head') && headId === '') return '请选谁当户主。'
  if (asked.includes('into') && into.trim().length < 18) return '请写要并入的那一户里一个人的 18 位身份证号。'
  if (asked.includes('village') && village === '') return '请选搬到哪个村。'
  return faultOfWords(words)
}

/** As it is sent: nothing that this kind does not ask for. */
export function openingOf(grantId: string, householdId: string, draft: AboutDraft): Opening {
  const kind = draft.kind as CaseKind
  const asked = asksFor[kind]
  return {
    ...{ kind, grantId, householdId, source: draft.source, words: draft.words.trim() },
    ...(asked.includes('people') && { coming: comingOf(draft.coming) }),
    ...(asked.includes('members') && draft.personIds.length > 0 && { personIds: draft.personIds }),
    ...(asked.includes('head') && { headId: draft.headId }),
    ...(asked.includes('into') && { intoIdNumber: draft.into }),
    ...(asked.includes('village') && { villageCode: draft.village }),
  }
}
