import { latestOfEach, sameValue, type Stated, type StatedField } from './stated'

/** A person's word on what departments say differently: it goes before the county's order of them, until somebody changes it. */
export interface Decided {
  value: string
  /** Whose statement it is; nothing for a value that stands in no file and was given with evidence. */
  of: Pick<Stated, 'agency' | 'kind'> | null
  /** All that was said when it was decided: who decided has weighed it. */
  seen: Pick<Stated, 'agency' | 'kind' | 'value'>[]
}

/** What changes who gets what, or who may see the file: one person asks, another decides. */
const ofTwo: readonly StatedField[] = ['home', 'category', 'alive', 'card']
export const needsSecond = (field: StatedField): boolean => ofTwo.includes(field)

/** Of these a value may be given that no file has, with evidence; of the others one of the statements holds. */
const given: readonly StatedField[] = ['name', 'home', 'phone']
export const mayBeGiven = (field: StatedField): boolean => given.includes(field)

/** What a household has as a whole: it is decided at its head. */
export const isOfHousehold = (field: StatedField): boolean => field === 'home' || field === 'category'

/** Whether a decision holds: what the counter entered with the person in front of it goes before any word about files. */
export const decisionHolds = (field: StatedField, said: readonly Pick<Stated, 'kind'>[]): boolean =>
  field !== 'phone' || !said.some(({ kind }) => kind === 'office')

/** What is said otherwise than was decided, and who decided did not have before them: somebody must look again. */
export const newSince = <T extends Stated>(field: StatedField, { value, seen }: Decided, said: readonly T[]): T[] =>
  latestOfEach(said).filter(
    (one) =>
      !sameValue(field, value, one.value) &&
      !seen.some(({ agency, kind, value }) => agency === one.agency && kind === one.kind && sameValue(field, value, one.value)),
  )

/** Whether a list's word that somebody died was weighed and found wrong; another list's, which was not there then, is not. */
export const isRefuted = (decided: Decided | undefined, { agency }: Pick<Stated, 'agency'>): boolean =>
  decided?.value === 'alive' && decided.seen.some((one) => one.kind === 'vital' && one.agency === agency && one.value === 'dead')
