import type { ReactNode } from 'react'
import { useState } from 'react'
import type { Article } from '#contract/bulletin/actions'
import { PickTabs } from '../../../ui/desk/pick-tabs'

/** Draws an article as the public sees it, in usual letters or in 长辈版. */
export type Draw = (article: Article, elder: boolean) => ReactNode

const letters = [
  { id: 'usual', label: '平常的字' },
  { id: 'elder', label: '长辈版' },
] as const

/** A telephone of 375 px with the article on it, as it stands at this moment. */
export function Preview({ article, draw }: { article: Article; draw: Draw }) {
  const [size, setSize] = useState<(typeof letters)[number]['id']>('usual')
  return (
    <section className="preview" aria-label="村民看到的样子">
      <PickTabs name="字的大小" tabs={letters} open={size} onOpen={setSize} />
      <div className="preview__phone" role="region" aria-label="手机上的样子，可以上下翻" tabIndex={0}>
        {draw(article, size === 'elder')}
      </div>
    </section>
  )
}
