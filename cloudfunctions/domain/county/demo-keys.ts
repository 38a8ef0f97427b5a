import type { ReportOffice } from './report-rules'

/** Whether nothing stays secret that is sealed for this office: the private half of a key of its own is public. */
export const hasDemoKeys = ({ keys }: ReportOffice): boolean => keys.some(({ demo }) => demo === true)
