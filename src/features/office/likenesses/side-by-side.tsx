import type { LikenessFile } from '#contract/office/likenesses'
import { sayMonth } from '#domain/time/dates'
import { sayMoment, today } from '../../../services/wire/clock'
import { State, type StateKind } from '../../../ui/desk/state'
import { Facts } from '../../../ui/desk/facts'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { DecideLikeness } from './decide-likeness'
import { LikenessStand } from './likeness-table'

const agreement: Record<LikenessFile['fields'][number]['agrees'], StateKind> = {
  same: 'done',
  near: 'waiting',
  differs: 'needs-you',
  unknown: 'ended',
}

/** Two entries beside each other: what is known of each, what agrees and what does not, what was done; and what to do now. */
export function SideBySide({ file }: { file: LikenessFile }) {
  const waits = file.state === 'asked' || file.state === 'part-asked'
  return (
    <div id="likeness">
      <LikenessStand state={file.state} yours={file.can.includes('agree')} />
      <div className="likeness__sides">
        {file.sides.map(({ name, sex, bornIn, idNumber, place, standing }, i) => (
          <section key={i} className="sheet likeness__side" aria-label={`第${i === 0 ? '一' : '二'}份记录`}>
            <Heading level={2}>{name}</Heading>
            <Facts
              look="facts--wide"
              facts={[
                ['性别', place === '' ? undefined : sex],
                ['出生', place === '' ? undefined : sayMonth(bornIn, today())],
                ['身份证号', idNumber],
                ['住处', place],
                ['名册', standing],
              ]}
            />
            {file.keeps === i && <p className="table__note">{file.state === 'same' ? '以这一份为主。' : '合并的话，以这一份为主。'}</p>}
          </section>
        ))}
      </div>
      <section id="likeness-fields" className="sheet likeness__fields" aria-label="一样的和不一样的">
        <Facts
          look="facts--wide"
          facts={file.fields.map(({ label, agrees, words }) => [label, <State key={label} kind={agreement[agrees]} words={words} />])}
        />
      </section>
      {file.objection !== undefined && (
        <Notice id="likeness-objection" kind="needs-you">
          {file.objection}
        </Notice>
      )}
      {waits && <Notice kind="plain">{`${file.askedBy ?? ''}提的，要另一个人同意。能同意的：${file.second ?? ''}。`}</Notice>}
      <DecideLikeness file={file} />
      <div className="likeness__past">
        <Heading level={2}>经过</Heading>
      </div>
      <ol className="likeness__history">
        {[...file.history].reverse().map(({ at, act, by, words }, i) => (
          <li key={file.history.length - i}>
            <span className="table__note">{sayMoment(Date.parse(at))}</span> {`${by}：${act}`}
            {words !== undefined && <p className="likeness__said">{words}</p>}
          </li>
        ))}
      </ol>
    </div>
  )
}
