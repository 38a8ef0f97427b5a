import { useState } from 'react'
import type { ArticleRow } from '#contract/office/publishing'
import { today as dayNow } from '../../../services/wire/clock'
import { sayTrouble } from '../../../services/desk/office-call'
import { Form } from '../../../ui/desk/form'
import { Press } from '../../../ui/desk/press'
import { useKeptDraft } from '../../../ui/desk/use-kept-draft'
import { Notice } from '../../../ui/read/notice'
import { writtenFault } from './faults'
import { PlainAdvice } from './plain-advice'
import { hintsOf } from './plain-words'
import type { Draw } from './preview'
import { Preview } from './preview'
import type { useWriting } from './use-articles'
import type { Written } from './written'
import { asPublished, draftOf, nothingWritten, writtenOf } from './written'
import { WrittenFields } from './written-fields'

interface Props {
  /** Absent for a new one. */ article: ArticleRow | undefined
  writing: ReturnType<typeof useWriting>
  draw: Draw
  onClose: () => void
}

/** Writes an article beside what the public will see of it. */
export function Editor({ article, writing, draw, onClose }: Props) {
  const {
    draft: written,
    set,
    changed,
    clear,
  } = useKeptDraft<Written>(`article ${article?.id ?? ''}`, article ? writtenOf(article) : nothingWritten)
  const [fault, setFault] = useState<string>()
  const today = dayNow()
  const send = (hand: boolean) => {
    const wrong = writtenFault(written)
    setFault(wrong)
    if (wrong !== undefined || writing.busy !== false) return
    if (article && hand && !changed) writing.hand(article.id)
    else writing.save({ draft: { ...draftOf(written), id: article?.id }, hand, onSaved: clear })
  }
  return (
    <div className="writing">
      <section className="sheet" aria-label={article ? '改文章' : '写文章'}>
        {article && <Standing article={article} />}
        <Form
          id="article-save"
          send="存草稿"
          busy={writing.busy}
          trouble={fault ?? sayTrouble(writing.error)}
          onSend={() => send(false)}
          aside={
            <>
              <Press id="article-save-hand" busy={writing.busy} onPress={() => send(true)}>
                存好，交给第二个人审
              </Press>
              {changed && (
                <Press
                  id="article-drop"
                  kind="quiet"
                  onPress={() => {
                    setFault(undefined)
                    clear()
                  }}
                >
                  {article ? '丢掉没存的改动' : '全部擦掉'}
                </Press>
              )}
              <Press id="article-close" kind="quiet" onPress={onClose}>
                回到列表
              </Press>
            </>
          }
        >
          <WrittenFields written={written} set={set} />
          <PlainAdvice hints={hintsOf(written, today)} />
          {changed && <Notice id="article-unsaved">有没存的字。去别的页面再回来，字还在；关掉浏览器就没有了。</Notice>}
        </Form>
      </section>
      <Preview article={asPublished(draftOf(written), today)} draw={draw} />
    </div>
  )
}

/** What somebody should know before changing this one. */
function Standing({ article: { state, why, publishedOn } }: { article: ArticleRow }) {
  const back = state === 'waiting' && '这一篇正等人审。一存草稿，它就退回草稿，要再交一次。'
  const stays = publishedOn !== undefined && '村民看到的还是原来发布的那一篇；改好的要第二个人审过、发布，才换上去。'
  const said = why !== undefined && state !== 'published' && `${state === 'withdrawn' ? '撤下' : '退回'}的原因：${why}`
  const lines = [said, back, stays].filter((line) => line !== false)
  return lines.length === 0 ? null : (
    <Notice id="article-standing" kind="needs-you">
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </Notice>
  )
}
