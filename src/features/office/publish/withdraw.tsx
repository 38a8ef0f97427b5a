import { useState } from 'react'
import type { ArticleRow } from '#contract/office/publishing'
import { sayTrouble } from '../../../services/desk/office-call'
import { Press } from '../../../ui/desk/press'
import { Sure } from '../../../ui/desk/sure'
import { TextLines } from '../../../ui/desk/text-lines'
import { useKept } from '../../../ui/desk/use-kept'
import { useWithdraw } from './use-articles'

/** Takes an article away from the public, with a reason, asked twice. */
export function Withdraw({
  article: { id, title, author },
  onDone,
  onClose,
}: {
  article: ArticleRow
  onDone: () => void
  onClose: () => void
}) {
  const [why, setWhy] = useKept(`article withdraw ${id}`, '')
  const withdraw = useWithdraw(() => {
    setWhy(() => '')
    onDone()
  })
  const [fault, setFault] = useState<string>()
  const send = () => {
    const wrong = why.trim().length < 2 ? '请写撤下的原因，本单位的人看得到。' : undefined
    setFault(wrong)
    if (wrong === undefined) withdraw.mutate({ id, why: why.trim() })
  }
  return (
    <div className="form withdraw">
      <div className="form__fields">
        <TextLines
          id="article-withdraw-why"
          label="为什么撤下"
          maxLength={300}
          rows={2}
          value={why}
          onChange={(text) => setWhy(() => text)}
        />
      </div>
      <div className="form__end">
        <Sure
          id="article-withdraw"
          first="撤下"
          question={`撤下“${title}”？村民马上看不到。${author === undefined ? '这一篇是系统自带的，县里的资料改了它才会再登出来。' : '要再发布，得再存一遍，由第二个人审。'}`}
          second="真的撤下"
          busy={withdraw.isPending && '正在撤下…'}
          trouble={fault ?? sayTrouble(withdraw.error)}
          onSure={send}
        />
        <Press id="article-withdraw-close" kind="quiet" onPress={onClose}>
          不撤了
        </Press>
      </div>
    </div>
  )
}
