import type { RegisterOn } from '#contract/office/register'
import { sayDay, type Day } from '#domain/time/dates'
import { Table } from '../../../ui/desk/table'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'

interface Props {
  then: RegisterOn
  today: Day
}

/** The balance in a sentence, then by town and by category. */
export function RegisterView({ then, today }: Props) {
  const { day, recognised, restored, exited, died, onRegister, households, towns, categories } = then
  const counted = recognised + restored - exited - died
  return (
    <>
      <section className="sheet" aria-label="进出是不是平">
        <Heading level={2}>{`${day === today ? '今天' : sayDay(day, today)}在册 ${onRegister} 人、${households} 户`}</Heading>
        <p id="register-balance" className="room-words">
          {`认定 ${recognised} + 恢复 ${restored} − 退出 ${exited} − 去世 ${died} = ${counted === onRegister ? '在册 ' : ''}${counted} 人`}
        </p>
        {counted !== onRegister && (
          <Notice id="register-unbalanced" kind="wrong">
            {`和在册的 ${onRegister} 人对不上，差 ${Math.abs(counted - onRegister)} 人。请查清以后再往外报。`}
          </Notice>
        )}
        <p className="room-words">从每一次变动数出来，不是存着的数。谁来了、谁走了，在“查阅”里凭授权看。</p>
      </section>
      {categories.length > 0 && (
        <section className="sheet" aria-label="按类别">
          <Heading level={2}>按类别</Heading>
          <Table
            id="register-categories"
            name="按类别"
            columns={[
              { id: 'name', title: '类别', cell: ({ name }) => name },
              { id: 'people', title: '在册（人）', numeric: true, cell: ({ people }) => people },
              { id: 'households', title: '在册（户）', numeric: true, cell: (row) => row.households },
            ]}
            rows={categories}
            keyOf={({ id }) => id}
          />
        </section>
      )}
      {towns.length > 0 && (
        <section className="sheet" aria-label="按乡镇">
          <Heading level={2}>按乡镇</Heading>
          <Table
            id="register-towns"
            name="按乡镇"
            columns={[
              { id: 'name', title: '乡镇', cell: ({ name }) => name },
              { id: 'recognised', title: '认定（人）', numeric: true, cell: (row) => row.recognised },
              { id: 'restored', title: '恢复（人）', numeric: true, cell: (row) => row.restored },
              { id: 'exited', title: '退出（人）', numeric: true, cell: (row) => row.exited },
              { id: 'died', title: '去世（人）', numeric: true, cell: (row) => row.died },
              { id: 'on', title: '在册（人）', numeric: true, cell: (row) => row.onRegister },
              { id: 'households', title: '在册（户）', numeric: true, cell: (row) => row.households },
            ]}
            rows={towns}
            keyOf={({ code }) => code}
            {...(towns.length > 1 && { total: ['合计', recognised, restored, exited, died, onRegister, households] })}
          />
        </section>
      )}
    </>
  )
}
