import type { ReactNode } from 'react'
import type { OfficerFile } from '#contract/supervision/actions'
import type { StatedField } from '#domain/people/stated'
import { sealedFieldNames } from '#domain/access/grants'
import { Heading } from '../../../ui/read/heading'

/** The numbers that the grant names; of the others there is nothing here. */
export const Numbers = ({ people, mark }: { people: OfficerFile['numbers']; mark: (of: StatedField, member: number) => ReactNode }) => (
  <section id="look-numbers" className="sheet" aria-label="号码">
    <Heading level={2}>号码</Heading>
    {people.map(({ name, relation, values }, i) => (
      <div key={i} className="numbers">
        <strong>{`${name} ${relation}`}</strong>
        <dl className="facts facts--wide">
          {values.map(({ field, value }) => (
            <div key={`${field} ${value}`}>
              <dt>{sealedFieldNames[field]}</dt>
              <dd className="number">
                {value}
                {field !== 'id-number' && mark(field, i)}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    ))}
  </section>
)
