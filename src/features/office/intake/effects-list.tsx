import { useState } from 'react'
import type { Effects } from '#contract/intake/look'
import { Press } from '../../../ui/desk/press'
import { Table } from '../../../ui/desk/table'
import { Heading } from '../../../ui/read/heading'

/** So many at first. */
const first = 20

/** What will change, in people: “37 户的页面会变，4 户比原来少”. Nothing is written yet. */
export function EffectsList({ effects }: { effects: Effects }) {
  const [all, setAll] = useState(false)
  const { households, list } = effects
  const shown = all ? list : list.slice(0, first)
  return (
    <section className="sheet" aria-label="导入以后会变什么">
      <Heading level={2}>导入以后会变什么</Heading>
      <div id="effects-words" className="room-words">
        {sayEffects(effects)}
      </div>
      {shown.length > 0 && (
        <Table
          id="effects"
          name="会变的农户"
          columns={[
            { id: 'name', title: '谁', cell: ({ name }) => name },
            { id: 'place', title: '哪里', cell: ({ place }) => place },
            { id: 'words', title: '变什么', cell: ({ words }) => words },
          ]}
          rows={shown.map((one, i) => ({ ...one, id: `${i} ${one.householdId ?? ''}` }))}
          keyOf={({ id }) => id}
          warm={({ beforeFen, afterFen }) => beforeFen !== undefined && afterFen !== undefined && afterFen < beforeFen}
        />
      )}
      {list.length > first && (
        <Press id="effects-all" expanded={all} onPress={() => setAll(!all)}>
          {all ? `只看前 ${first} 条` : `看全部 ${list.length} 条${households > list.length ? `（一共 ${households} 户，先列这些）` : ''}`}
        </Press>
      )}
    </section>
  )
}

/** 37 户农户的页面会变，其中 4 户比原来少、2 户比原来多。 */
export function sayEffects({ households, outside, less, more, joined, left, tried }: Effects): string {
  const whose = [households > 0 && `${households} 户农户的页面会变`, outside > 0 && `${outside} 个不在名册上的人也有变`].filter(Boolean)
  const money = [less > 0 && `${less} 个比原来少`, more > 0 && `${more} 个比原来多`].filter(Boolean)
  const people = [joined > 0 && `${joined} 人进名册`, left > 0 && `${left} 人出名册`].filter(Boolean)
  return [
    tried !== undefined && `表很长，先试了前 ${tried} 行：`,
    whose.length === 0 ? '没有哪一户的页面会变。' : `${whose.join('，')}${money.length > 0 ? `，其中 ${money.join('、')}` : ''}。`,
    people.length > 0 && `${people.join('，')}。`,
  ]
    .filter(Boolean)
    .join('')
}
