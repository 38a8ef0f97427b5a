import { useState } from 'react'
import type { ArticleRow } from '#contract/office/publishing'
import { sayTrouble } from '../../../services/desk/office-call'
import { Press } from '../../../ui/desk/press'
import { TextLines } from '../../../ui/desk/text-lines'
import { useKept } from '../../../ui/desk/use-kept'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { useDecide } from './use-articles'

/** The second person: publishes what somebody else wrote, or sends it back and says why. */
export function Check({ article, onDecided }: { article: ArticleRow; onDecided: (published: boolean) => void }) {
  const [why, setWhy] = useKept(`article check ${article.id}`, '')
  const decide = useDecide((published) => {
    setWhy(() => '')
    onDecided(published)
  })
  const [fault, setFault] = useState<string>()
  const trouble = fault ?? sayTrouble(decide.error)
  const answer = (publish: boolean) => {
    const wrong = !publish && why.trim().length < 2 ? '退回要写一句理由，写的人照着改。' : undefined
    setFault(wrong)
    if (wrong === undefined) decide.mutate({ id: article.id, version: article.version, publish, why: why.trim() })
  }
  return (
    <section className="sheet" aria-label="审这一篇">
      <Heading level={2}>请您审</Heading>
      <div className="form">
        <div className="form__fields">
          <p>看三样：写的对不对，文件号和日子对不对，村里老人看得懂看不懂。发布以后村民马上看得到。</p>
          <TextLines
            id="article-check-why"
            label="您的意见（退回时必填）"
            maxLength={300}
            value={why}
            onChange={(text) => setWhy(() => text)}
          />
        </div>
        <div className="form__end">
          <Press id="article-publish" kind="main" busy={decide.isPending && '正在记下…'} onPress={() => answer(true)}>
            发布
          </Press>
          <Press id="article-return" busy={decide.isPending && '正在记下…'} onPress={() => answer(false)}>
            退回
          </Press>
        </div>
        {trouble !== undefined && (
          <Notice id="article-check-trouble" kind="wrong">
            {trouble}
          </Notice>
        )}
      </div>
    </section>
  )
}
