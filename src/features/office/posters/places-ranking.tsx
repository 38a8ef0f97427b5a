import { useState } from 'react'
import type { Scans } from '#contract/office/publishing'
import { Press } from '../../../ui/desk/press'
import { Heading } from '../../../ui/read/heading'

/** As many places at first: a county has hundreds. */
const first = 20

/** Whose poster is scanned most: places with their numbers, and a bar for each. */
export function PlacesRanking({ places }: { places: Scans['places'] }) {
  const [all, setAll] = useState(false)
  const shown = all ? places : places.slice(0, first)
  const most = Math.max(1, ...places.map(({ count }) => count))
  return (
    <section className="sheet" aria-label="各地的次数">
      <Heading level={2}>哪里的海报扫得多</Heading>
      <ol id="scans-places" className="places">
        {shown.map(({ code, name, count }, i) => (
          <li key={code} className="places__one">
            <div className="places__words">
              <span>{`${i + 1}. ${name}`}</span>
              <span className="places__count">{`${count} 次`}</span>
            </div>
            <div className="places__bar" style={{ width: `${Math.round((count / most) * 100)}%` }} />
          </li>
        ))}
      </ol>
      {places.length > first && (
        <Press id="scans-all-places" expanded={all} onPress={() => setAll(!all)}>
          {all ? `只看前 ${first} 个` : `看全部 ${places.length} 个地方`}
        </Press>
      )}
    </section>
  )
}
