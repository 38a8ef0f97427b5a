import { useState } from 'react'
import { useUsableGrants } from '../../../services/desk/usable-grants'
import { SelectBox } from '../../../ui/desk/select-box'
import { Empty } from '../../../ui/read/empty'
import { Heading } from '../../../ui/read/heading'
import { WhenReady } from '../../../ui/read/when-ready'
import { TakenTables } from './taken-tables'
import { UnderGrant } from './under-grant'
import './tables.scss'

/** 表册: under which grant, which table of what; its first rows; then the file, and what was taken away before. */
export function Tables() {
  const query = useUsableGrants()
  const [grantId, setGrantId] = useState('')
  return (
    <>
      <div className="room-top">
        <Heading level={1}>表册</Heading>
      </div>
      <WhenReady query={query} words="正在取授权…">
        {({ grants, categories }) => {
          const lists = grants.filter(({ area }) => area !== '')
          const grant = lists.find(({ id }) => id === grantId) ?? (lists.length === 1 ? lists[0] : undefined)
          if (lists.length === 0) return <Empty>您现在没有看一片地方的授权，做不了表。请到“授权”里申请，另一个人同意以后再来。</Empty>
          return (
            <>
              <div className="filters">
                <SelectBox
                  id="tables-grant"
                  label="按哪一项授权"
                  empty="请选择"
                  options={lists.map(({ id, purposeLabel, areaName }) => ({ id, label: `${purposeLabel}，${areaName}` }))}
                  value={grant?.id ?? ''}
                  onChange={setGrantId}
                />
              </div>
              {grant && <UnderGrant key={grant.id} grant={grant} categories={categories} />}
            </>
          )
        }}
      </WhenReady>
      <TakenTables />
    </>
  )
}
