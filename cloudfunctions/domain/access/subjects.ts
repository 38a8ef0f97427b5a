/** What an entry in the record of looks may be about, besides a household, a person or an area. A new kind of work adds its word here. */
export const subjectKinds = [
  'article',
  'grant',
  'import',
  'monthly',
  'pledge',
  'report',
  'request',
  'staff',
  'staff-wish',
  'suggestion',
] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** Which one, by its id: nothing of what is in it. */
export interface Subject {
  kind: SubjectKind
  id: string
}
