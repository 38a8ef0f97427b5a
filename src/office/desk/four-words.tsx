import type { DeskMe } from '#contract/office/desk'
import { wordMeanings } from '#domain/alerts/finding'
import { roomAddress } from '../../services/desk/office-place'

/** The board of four words: what is open of each, and the way to its list. */
export const FourWords = ({ words }: { words: NonNullable<DeskMe['alerts']>['words'] }) => (
  <div className="today today--words" role="group" aria-label="四个字">
    {words.map(({ word, open, late }) => (
      <a key={word} id={`today-word-${word}`} className="today__room" href={roomAddress('alerts', { word })}>
        <strong className="today__word">{word}</strong>
        <strong className="today__count">
          {open}
          <small className="unit">条</small>
        </strong>
        <span className="today__words">{late > 0 ? `${wordMeanings[word]}，${late} 条过期` : wordMeanings[word]}</span>
      </a>
    ))}
  </div>
)
