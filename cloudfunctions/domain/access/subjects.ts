/**
 * What an entry in the record of looks may be about, besides a household, a person or an area: which one, by its id, and nothing of what is
 * in it. A new kind of work adds its word here.
 */
export interface Subject {
  kind:
    | 'alert'
    | 'article'
    | 'batch'
    | 'callback'
    | 'batch-line'
    | 'case'
    | 'export'
    | 'grant'
    | 'import'
    | 'likeness'
    | 'monthly'
    | 'payment'
    | 'plan'
    | 'pledge'
    | 'report'
    | 'scheme'
    | 'request'
    | 'source-decision'
    | 'staff'
    | 'staff-wish'
    | 'suggestion'
    | 'taking'
    | 'visit'
  id: string
}
