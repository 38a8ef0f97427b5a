import { Publish } from '../../features/office/publish/publish'
import { ArticleView } from '../../features/public/bulletin/article-view'
import { AsRead } from './as-read'

/** An article is previewed as the public reads it. */
export const PublishRoom = () => (
  <Publish
    draw={(article, elder) => (
      <AsRead elder={elder}>
        <ArticleView article={article} />
      </AsRead>
    )}
  />
)
