import type { ReactNode } from 'react'
import type { HouseholdFile } from '#contract/household/actions'
import type { AlertFile, AlertRecordLine } from '#contract/supervision/alerts'
import { sayDay, type Day } from '#domain/time/dates'
import { sayTrouble } from '../../../services/desk/office-call'
import { sheetName } from '../../../ui/desk/say-row'
import { Press } from '../../../ui/desk/press'
import { Notice } from '../../../ui/read/notice'
import { useOpenHousehold } from './use-alerts'

interface Props {
  file: AlertFile
  today: Day
  draw: (file: HouseholdFile) => ReactNode
}

/** What the alert rests on, each with the file and row that says so; whose it is only under a grant, recorded as for this alert. */
export function AlertRecords({ file: { row, records, recordCount }, today, draw }: Props) {
  const opening = useOpenHousehold()
  const trouble = sayTrouble(opening.error)
  return (
    <>
      <ul id="alert-records" className="alert__records">
        {records.map((record, i) => (
          <li key={i}>
            <div>{record.words}</div>
            {record.source && <div className="table__note">{saySource(record.source, today)}</div>}
            {record.household && (
              <Press
                id={`alert-household-${i}`}
                name={`看这一户：${record.words}`}
                busy={opening.isPending && '正在打开…'}
                onPress={() => opening.mutate({ grantId: record.household!.grantId, householdId: record.household!.id, alertId: row.id })}
              >
                看这一户（记录，农户看得到）
              </Press>
            )}
          </li>
        ))}
      </ul>
      {recordCount > records.length && <p className="table__note">{`一共 ${recordCount} 条，这里是前 ${records.length} 条。`}</p>}
      {records.length > 0 && records.every(({ household }) => household === undefined) && (
        <p className="table__note">要看是哪一户，请先到“授权”里申请；批下来，这里就能打开。</p>
      )}
      {trouble !== undefined && (
        <Notice id="alert-household-trouble" kind="wrong">
          {trouble}
        </Notice>
      )}
      {opening.data && <div className="alert__file">{draw(opening.data.file)}</div>}
    </>
  )
}

const saySource = ({ file, sheet, row, day }: NonNullable<AlertRecordLine['source']>, today: Day): string =>
  [`来自《${file}》`, sheetName(sheet) ?? '', row === undefined ? '' : `第 ${row} 行`, day === undefined ? '' : `${sayDay(day, today)}的表`]
    .filter(Boolean)
    .join('，')
