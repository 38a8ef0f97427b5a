import { bulletin } from './bulletin/actions'
import { field } from './field/actions'
import { household } from './household/actions'
import { identity } from './identity/actions'
import { intake } from './intake/actions'
import { office } from './office/actions'
import { patrol } from './patrol/actions'
import { report } from './report/actions'
import { supervision } from './supervision/actions'

/**
 * Every cloud function there is, with its actions: the one list. Its folders in `contract` and `functions`, its rules and its
 * tests follow it.
 */
export const doors = { identity, household, field, bulletin, report, intake, office, supervision, patrol }

export type Doors = typeof doors
export type DoorName = keyof Doors
