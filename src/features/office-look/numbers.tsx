import type { OfficerFile } from '#contract/supervision'
import { sealedFieldNames } from '#domain/grants'
import { Heading } from '../../ui/heading'

/** Everybody's numbers: in full where the grant names them, otherwise only their ends. */
export const Numbers = ({ people }: { people: OfficerFile['numbers'] }) => (
  <section id="look-numbers" className="sheet" aria-label="号码">
    <Heading level={2}>号码</Heading>
    {people.map(({ name, relation, values }, i) => (
      <div key={i} className="numbers">
        <strong>{`${name} ${relation}`}</strong>
        <dl className="facts facts--wide">
          {values.map(({ field, value, full }) => (
            <div key={`${field} ${value}`}>
              <dt>{sealedFieldNames[field]}</dt>
              <dd className="number">{value}{full && <span className="number__full">全号</span>}</dd>
            </div>
          ))}
        </dl>
      </div>
    ))}
  </section>
)
