import { collection, index, type Db } from '../db/collection'
import { findById } from '../db/read'
import { replace } from '../db/write'
import { digested, sealed } from '../db/keyed'

/** A person's registered phone. The office's word goes before what was decided between files, and that before a register's. */
export interface Contact {
  _id: string
  digest: string
  phoneSealed: string
  by: 'register' | 'decided' | 'office'
  at: string
  /** Of a number that somebody entered or decided on: the instant from which it helps to bind a phone; until then the one before does. */
  from?: string
  former?: string
}
export const contacts = collection<Contact>('contacts', [index('by')], { digest: digested(), phoneSealed: sealed(), former: sealed() })

export const findContact = (db: Db, personId: string) => findById(db, contacts, personId)
export const saveContact = (db: Db, contact: Contact) => replace(db, contacts, contact)
