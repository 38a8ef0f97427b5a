import type { CounterCard } from '#contract/office/counter'
import type { CodeToken } from '#domain/access/code-token'
import { Form } from '../../../ui/desk/form'
import { OneTimeCode } from '../../../ui/desk/one-time-code'
import { TextBox } from '../../../ui/desk/text-box'
import { useDraft } from '../../../ui/desk/use-draft'
import { useSending } from '../../../ui/desk/use-sending'
import { useSignInCode } from './use-card'

/** A one-time code with which the person, or a child's guardian, signs in on their own telephone. */
export function SignInCode({ token, card }: { token: CodeToken; card: CounterCard }) {
  const code = useSignInCode(token)
  const { draft, set } = useDraft({ name: '', relation: '' })
  const faultOf = () =>
    card.child && (draft.name.trim() === '' || draft.relation.trim() === '') ? '这是孩子，要写监护人的姓名和关系。' : undefined
  const { trouble, onSend } = useSending(faultOf, () => code.mutate(card.child ? draft : undefined), code.error)
  if (code.data)
    return (
      <OneTimeCode
        id="card-code"
        {...code.data}
        words={`给${card.child ? `监护人 ${draft.name}` : card.name}的登录码。在手机上打开小康码，到“我的”里输入：`}
        onDone={code.reset}
      />
    )
  return (
    <Form id="card-invite" send="发登录码" busy={code.isPending && '正在生成…'} trouble={trouble} onSend={onSend}>
      <p>
        {card.child
          ? '这是孩子，登录码发给监护人。请核对监护人的身份证和户口簿。'
          : '先核对身份证，是本人再发。本人在手机上输了码，会出 6 个数字，要由另一位同事看着手机核对（窗口首页“等第二个人核对”），再过些时候生效；本人在以前绑的手机上点“是我”，马上生效。'}
      </p>
      {card.child && <TextBox id="guardian-name" label="监护人姓名" maxLength={40} value={draft.name} onChange={set('name')} />}
      {card.child && (
        <TextBox
          id="guardian-relation"
          label="是孩子的什么人"
          example="母亲"
          maxLength={20}
          value={draft.relation}
          onChange={set('relation')}
        />
      )}
    </Form>
  )
}
