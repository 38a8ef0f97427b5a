import { createHash } from 'node:crypto'
import type { DetectorName } from '#domain/alerts/detectors/all'
import { joinFindings, type Finding } from '#domain/alerts/finding'
import type { AlertPart } from '#store/work/alerts'

/** So many records are kept with each part of an alert; the rest are counted. */
const mostRecords = 200

/** The findings by the alert that they are, those of one cause joined. */
export function groupByAlert(detector: DetectorName, findings: readonly Finding[]): Map<string, Finding> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const id = alertIdOf(detector, finding)
    const group = groups.get(id)
    if (group) group.push(finding)
    else groups.set(id, [finding])
  }
  return new Map([...groups].map(([id, group]) => [id, joinFindings(group)]))
}

/** The one alert of this detector, subject and cause. */
export const alertIdOf = (detector: DetectorName, { subject, cause = '' }: Pick<Finding, 'subject' | 'cause'>): string =>
  sha256([detector, subject.kind, subject.id, cause]).slice(0, 24)

/** What a scope says of an alert. */
export const partOf = (scope: string, { why, amountFen, records, facts }: Finding): AlertPart => ({
  scope,
  fingerprint: sha256([...new Set(facts)].sort()),
  why,
  amountFen: amountFen ?? null,
  records: records.slice(0, mostRecords),
  recordCount: records.length,
})

const sha256 = (content: readonly string[]): string => createHash('sha256').update(JSON.stringify(content)).digest('hex')
