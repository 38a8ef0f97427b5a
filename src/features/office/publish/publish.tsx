import { useState } from 'react'
import { Press } from '../../../ui/desk/press'
import { useKept } from '../../../ui/desk/use-kept'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { WhenReady } from '../../../ui/read/when-ready'
import { ArticleList } from './article-list'
import { Editor } from './editor'
import type { Draw } from './preview'
import { ReadArticle } from './read-article'
import { useArticles, useWriting } from './use-articles'
import './publish.scss'

/** What is open: an article being written (without an id a new one) or being read; or the list. */
type Open = { doing: 'write'; id?: string } | { doing: 'read'; id: string } | undefined

const done = {
  saved: '草稿存好了。写完了，交给第二个人审。',
  handed: '交上去了。要由本单位另一个人审过，村民才看得到。',
  published: '发布了，村民现在看得到。',
  returned: '退回去了，写的人看得到您的意见。',
  withdrawn: '撤下了，村民看不到了。',
}

/** 发布: what the public reads, written by one person and published by another. */
export function Publish({ draw }: { draw: Draw }) {
  const query = useArticles()
  const [open, setOpen] = useKept<Open>('publish', undefined)
  const [news, setNews] = useState<keyof typeof done>()
  const writing = useWriting(
    ({ id }) => {
      setOpen(() => ({ doing: 'write', id }))
      setNews('saved')
    },
    () => {
      setOpen(() => undefined)
      setNews('handed')
    },
  )
  const go = (next: Open, word?: keyof typeof done) => {
    setOpen(() => next)
    setNews(word)
    writing.reset()
  }
  return (
    <>
      <div className="room-top">
        <Heading level={1}>{open?.doing !== 'write' ? '发布' : open.id === undefined ? '写一篇' : '改一篇'}</Heading>
        {!open && (
          <Press id="article-new" kind="main" onPress={() => go({ doing: 'write' })}>
            写一篇
          </Press>
        )}
      </div>
      {news && <Notice id={`article-${news}`}>{done[news]}</Notice>}
      <WhenReady query={query} words="正在取文章…">
        {({ articles }) => {
          const article = articles.find(({ id }) => id === open?.id)
          if (open?.doing === 'write' && (open.id === undefined || article?.can.edit))
            return <Editor key={open.id ?? ''} article={article} writing={writing} draw={draw} onClose={() => go(undefined)} />
          if (open && article) {
            return (
              <ReadArticle
                key={article.id}
                article={article}
                draw={draw}
                onDecided={(published) => go(undefined, published ? 'published' : 'returned')}
                aside={
                  <>
                    {article.can.edit && (
                      <Press id="article-edit" onPress={() => go({ doing: 'write', id: article.id })}>
                        改这一篇
                      </Press>
                    )}
                    <Press id="article-close" kind="quiet" onPress={() => go(undefined)}>
                      回到列表
                    </Press>
                  </>
                }
              />
            )
          }
          return (
            <ArticleList
              articles={articles}
              writing={writing}
              onRead={(id) => go({ doing: 'read', id })}
              onWrite={(id) => go({ doing: 'write', id })}
              onWithdrawn={() => go(undefined, 'withdrawn')}
            />
          )
        }}
      </WhenReady>
    </>
  )
}
