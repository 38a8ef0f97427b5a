import { sumFen } from '../../money/money'
import { detectors, type DetectorName } from './all'
import type { Finding } from '../finding'

/** A finding in something that a file says. */
export interface InFile extends Finding {
  importId: string
}

/** More than `most` findings of one detector in one file have one cause, most likely the file: they become one, about it. */
export function foldByFile(detector: DetectorName, findings: readonly InFile[], most: number): Finding[] {
  const files = new Map<string, InFile[]>()
  for (const finding of findings) files.set(finding.importId, [...(files.get(finding.importId) ?? []), finding])
  return [...files].flatMap(([id, group]): Finding[] => (group.length > most ? [foldInto(detector, { kind: 'import', id }, group)] : group))
}

/** All of a group as one finding about what they have in common. */
export function foldInto(detector: DetectorName, subject: Finding['subject'], group: readonly Finding[], cause = ''): Finding {
  const [first] = group
  const towns = new Set(group.map(({ townCode }) => townCode))
  const amounts = group.flatMap(({ amountFen }) => amountFen ?? [])
  return {
    subject,
    cause,
    agencyId: first!.agencyId,
    ...(towns.size === 1 && first!.townCode !== undefined && { townCode: first!.townCode }),
    why: `一共有 ${group.length} 处“${detectors[detector].name}”，多半是同一个原因，请整批核对。例如：${first!.why}`,
    ...(amounts.length > 0 && { amountFen: sumFen(amounts) }),
    records: group.flatMap(({ records }) => records),
    facts: group.flatMap(({ facts }) => facts),
  }
}
