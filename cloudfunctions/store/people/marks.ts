import { collection, multikey } from '../db/collection'

/**
 * By what somebody is found again who is written with an error (domain/people/alike/blocks), blinded. `of`: what they were made from;
 * `compared`: with all others, since. */
export interface PersonMarks {
  /** The person's id. */
  _id: string
  blocks: string[]
  of: string
  compared: boolean
}
export const personMarks = collection<PersonMarks>('person_marks', [multikey('blocks')])
