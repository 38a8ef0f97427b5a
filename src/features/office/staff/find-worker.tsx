import type { WorkerRole } from '#domain/access/staff'
import { sayTrouble } from '../../../services/desk/office-call'
import { Press } from '../../../ui/desk/press'
import { SelectBox } from '../../../ui/desk/select-box'
import { Notice } from '../../../ui/read/notice'
import { useFindWorkers } from './use-staff'

interface Props {
  name: string
  role: WorkerRole
  value: string
  onChange: (workerId: string) => void
}

/** Which cadre or doctor of the departments' lists this is: their households come from there. */
export function FindWorker({ name, role, value, onChange }: Props) {
  const find = useFindWorkers()
  const found = find.data?.workers.filter((worker) => worker.role === role)
  const trouble = sayTrouble(find.error)
  return (
    <div className="entry">
      <Press id="staff-find" busy={find.isPending && '正在找…'} onPress={() => find.mutate(name.trim())}>
        在结对和签约名单里找这个人
      </Press>
      {trouble !== undefined && <Notice kind="wrong">{trouble}</Notice>}
      {found?.length === 0 && (
        <Notice
          id="staff-not-found"
          kind="needs-you"
        >{`名单里没有“${name.trim()}”。请核对姓名；名单是部门报的，里面没有，先请部门补报。`}</Notice>
      )}
      {found && found.length > 0 && (
        <SelectBox
          id="staff-worker"
          label="名单上的这个人"
          empty="请选择单位对得上的"
          options={found.map(({ id, unit, name: known }) => ({ id, label: `${known}（${unit}）` }))}
          value={value}
          onChange={onChange}
        />
      )}
    </div>
  )
}
