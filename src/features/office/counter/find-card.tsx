import type { FoundCard } from '#contract/office/counter'
import type { CodeToken } from '#domain/access/code-token'
import { readCodeToken } from '#domain/access/code-token'
import { sayMonth } from '#domain/time/dates'
import { typedCode } from '#domain/text/typed'
import { today } from '../../../services/wire/clock'
import { Form } from '../../../ui/desk/form'
import { Press } from '../../../ui/desk/press'
import { TextBox } from '../../../ui/desk/text-box'
import { useDraft } from '../../../ui/desk/use-draft'
import { useSending } from '../../../ui/desk/use-sending'
import { Empty } from '../../../ui/read/empty'
import { useFindCards } from './use-card'

/** Finding who has no card with them: by the ID number, or by name and village. */
export function FindCard({ onCard }: { onCard: (token: CodeToken) => void }) {
  const find = useFindCards()
  const { draft, set } = useDraft({ who: '', village: '' })
  const typed = typedCode(draft.who)
  const isNumber = /\d/.test(typed)
  const faultOf = () => {
    if (typed === '') return '请写身份证号，或者姓名。'
    return isNumber && !/^\d{17}[\dXx]$/.test(typed) ? `身份证号是 18 位，现在有 ${typed.length} 位，请再核对。` : undefined
  }
  const { trouble, onSend } = useSending(
    faultOf,
    () => find.mutate(isNumber ? { idNumber: typed } : { name: draft.who, village: draft.village }),
    find.error,
  )
  return (
    <>
      <Form id="card-find" send="找" busy={find.isPending && '正在找…'} trouble={trouble} onSend={onSend}>
        <TextBox
          id="find-who"
          label="身份证号，或者姓名"
          hint="人要在场。找过谁，那一户的“谁看过我的信息”里有记录。"
          maxLength={40}
          value={draft.who}
          onChange={set('who')}
        />
        {!isNumber && (
          <TextBox
            id="find-village"
            label="村（按姓名找时写，可以只写一部分）"
            example="苔湖"
            maxLength={40}
            value={draft.village}
            onChange={set('village')}
          />
        )}
      </Form>
      {find.data?.cards.length === 0 && <Empty>没有找到。请核对号码、姓名和村；不归本单位管的村在这里找不到。</Empty>}
      {find.data?.cards.map((card) => (
        <Found key={card.token} card={card} onCard={onCard} />
      ))}
    </>
  )
}

function Found({
  card: { token, name, sex, bornIn, place, relation, head },
  onCard,
}: {
  card: FoundCard
  onCard: (token: CodeToken) => void
}) {
  const read = readCodeToken(token)
  return (
    <div className="line">
      <div>{`${name} · ${sex}，${sayMonth(bornIn, today())}出生 · ${place} · ${relation === '户主' ? '户主' : `${head}家，${relation}`}`}</div>
      <Press
        id={`found-${token.slice(-6)}`}
        name={`打开${name}`}
        onPress={() => {
          if (read) onCard(read)
        }}
      >
        打开
      </Press>
    </div>
  )
}
