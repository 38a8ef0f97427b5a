import { Notice } from '../../../ui/read/notice'
import { Table } from '../../../ui/desk/table'
import { Press } from '../../../ui/desk/press'
import { useState } from 'react'
import { WhenReady } from '../../../ui/read/when-ready'
import { useFreshness } from './use-intake'

/** How old each agency's newest file is: what is late stands there, the rest when somebody wants it. */
export function Freshness() {
  const query = useFreshness()
  const [all, setAll] = useState(false)
  return (
    <WhenReady query={query} words="正在看各单位多久没报了…">
      {({ lines }) => {
        const late = lines.filter((line) => line.late)
        return (
          <section className="sheet" aria-label="多久没更新">
            <div id="freshness-words" className="room-words">
              {late.length === 0 ? '该报的都报了。' : `有 ${late.length} 种表该更新了：`}
            </div>
            {late.map(({ agencyId, kind, words }) => (
              <Notice key={`${agencyId} ${kind}`} kind="needs-you">
                {words}
              </Notice>
            ))}
            {lines.length > 0 && (
              <Press id="freshness-all" kind="quiet" expanded={all} onPress={() => setAll(!all)}>
                {all ? '收起' : `看全部 ${lines.length} 种表多久没更新`}
              </Press>
            )}
            {all && (
              <Table
                id="freshness"
                name="各种表多久没更新"
                columns={[
                  { id: 'agency', title: '单位', cell: ({ agency }) => agency },
                  { id: 'kind', title: '什么表', cell: ({ kindLabel }) => kindLabel },
                  { id: 'words', title: '多久没更新', cell: ({ words }) => words },
                  { id: 'file', title: '最近的一份', cell: ({ lastFile }) => <span className="history__file">{lastFile ?? ''}</span> },
                ]}
                rows={lines}
                keyOf={({ agencyId, kind }) => `${agencyId} ${kind}`}
                warm={(line) => line.late}
              />
            )}
          </section>
        )
      }}
    </WhenReady>
  )
}
