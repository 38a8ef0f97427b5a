import type { WorkerRole } from '../access/staff'
import type { Category } from '../register/register'

/** What the county pack says of visits 走访: what is asked, what people may need, how often somebody should have been there. */
export interface VisitRules {
  fields: VisitField[]
  needs: NeedTopic[]
  due: VisitDue[]
  care: CareRule[]
}

/**
 * One thing that is asked at the door and kept from visit to visit, so that the next one only confirms it. Ids outlive their labels: an
 * option that the pack drops stays readable by `name` of those that are `gone`.
 */
export interface VisitField {
  id: string
  label: string
  kind: 'choice' | 'number' | 'yuan' | 'words'
  options?: { id: string; name: string; gone?: boolean }[]
  /** Behind a number: 人, 亩, 公里. */
  unit?: string
  /** The county's tables that are filled by it: 对象探访记录表, 帮扶台账, 月报. */
  tables: string[]
  /** Who asks it; all, where nothing stands here. */
  roles?: WorkerRole[]
  source: string
  unverified?: boolean
}

/** What a household may say it needs, and the agency that answers for it; `town`: the household's own town government. */
interface NeedTopic {
  id: string
  name: string
  agency: string
  source: string
  unverified?: boolean
}

/** Somebody of this role should have been there within so many days; of the categories named, or of all. */
interface VisitDue {
  id: string
  name: string
  role: WorkerRole
  everyDays: number
  categories?: Category[]
  source: string
  unverified?: boolean
}

/** 探访关爱: whom to look after more often, by what the last visit said and by the age of somebody at home. */
export interface CareRule {
  id: string
  name: string
  /** A field of the form that says so, and by which of its options. */
  field: string
  is: string[]
  /** Somebody of the household is so old, or younger than this. */
  fromAge?: number
  underAge?: number
  everyDays: number
  source: string
  unverified?: boolean
}
