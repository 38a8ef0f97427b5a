import { seal } from '#kernel/seal/seal'
import type { Project } from '#store/work/projects'
import { digestOf } from '../../writing/documents'
import type { Writing } from '../../writing/writing'
import type { Basics, Ledger, ProjectRow } from './rows'

/** A project of all its lines, in the order of the file; of what several lines say, the first that says anything. */
export function projectDocument({ keys, importId, importedAt }: Writing, { version, asOf, lacking }: Ledger, rows: ProjectRow[]): Project {
  const told = rows.flatMap(({ basics }) => basics ?? [])
  const text = (key: keyof Basics & ('type' | 'town' | 'village' | 'site' | 'content' | 'owner' | 'contractor' | 'inCharge' | 'manager')) =>
    told.map((one) => one[key]).find(Boolean) ?? ''
  const first = <K extends keyof Basics>(key: K) => told.map((one) => one[key]).find((value) => value !== null) ?? null
  const phone = first('phone')
  const facts = {
    number: rows[0]!.number,
    name: rows.map(({ name }) => name).find(Boolean) ?? '',
    ...{ type: text('type'), town: text('town'), village: text('village'), site: text('site'), content: text('content') },
    ...{ townCode: first('townCode'), villageCode: first('villageCode') },
    ...{ owner: text('owner'), contractor: text('contractor'), inCharge: text('inCharge'), manager: text('manager') },
    ...{ totalFen: first('totalFen'), households: first('households'), people: first('people') },
    remarks: [...new Set(rows.map(({ remark }) => remark).filter(Boolean))],
  }
  const lines = {
    at: rows.filter(({ basics }) => basics).map(({ at }) => at),
    money: rows.flatMap(({ money, at }) => money.map((one) => ({ ...one, at }))),
    progress: rows.flatMap(({ progress, at }) => (progress ? [{ ...progress, at }] : [])),
    inspections: rows.flatMap(({ inspection, at }) => (inspection ? [{ ...inspection, at }] : [])),
  }
  const said = rows.map(({ money, progress, inspection }) => [money, progress, inspection])
  return {
    _id: '',
    // Every ledger writes its own: its day and lines are new even where it says the same.
    digest: digestOf(keys, importId, facts, lines, phone),
    said: digestOf(keys, facts, said, phone),
    ...facts,
    ...lines,
    ...{ lacking, agency: version.agency, label: version.label, asOf },
    phoneSealed: phone === null ? null : seal(keys, phone),
    ...{ importId, importedAt },
  }
}
