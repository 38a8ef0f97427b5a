import type { AlertList } from '#contract/supervision/alerts'
import type { DetectorName } from '#domain/alerts/detectors/all'
import { detectorNames, detectors } from '#domain/alerts/detectors/all'
import type { AlertWord } from '#domain/alerts/finding'
import { wordMeanings } from '#domain/alerts/finding'
import { SelectBox } from '../../../ui/desk/select-box'

/** Which of a view; '' is all. */
export interface Filters {
  word: AlertWord | ''
  detector: DetectorName | ''
  town: string
  agency: string
}
export const noFilters: Filters = { word: '', detector: '', town: '', agency: '' }

interface Props {
  list: Pick<AlertList, 'words' | 'towns' | 'agencies'>
  filters: Filters
  onChange: (filters: Filters) => void
}

/** The four words with what is open of each, and where, what, with whom. */
export function AlertFilters({ list: { words, towns, agencies }, filters, onChange }: Props) {
  const set =
    <Name extends keyof Filters>(name: Name) =>
    (value: Filters[Name]) =>
      onChange({ ...filters, [name]: value })
  const every = (label: string) => ({ id: '', label }) as const
  const named = (list: readonly { id: string; name: string }[]) => list.map(({ id, name }) => ({ id, label: name }))
  return (
    <>
      <div className="four-words" role="group" aria-label="四个字">
        {words.map(({ word, open, late }) => (
          <button
            key={word}
            id={`alerts-word-${word}`}
            type="button"
            className={`four-words__one${filters.word === word ? ' four-words__one--open' : ''}`}
            aria-pressed={filters.word === word}
            onClick={() => set('word')(filters.word === word ? '' : word)}
          >
            <strong className="four-words__word">{word}</strong>
            <span className="four-words__count">
              {open}
              <small className="unit">条</small>
            </span>
            <span className="four-words__meaning">{late > 0 ? `${wordMeanings[word]} · ${late} 条过期` : wordMeanings[word]}</span>
          </button>
        ))}
      </div>
      <div className="filters">
        <SelectBox
          id="alerts-detector"
          label="哪一种"
          options={[every('全部'), ...detectorNames.map((id) => ({ id, label: detectors[id].name }))]}
          value={filters.detector}
          onChange={set('detector')}
        />
        <SelectBox id="alerts-town" label="乡镇" options={[every('全县'), ...named(towns)]} value={filters.town} onChange={set('town')} />
        <SelectBox
          id="alerts-agency"
          label="谁手上"
          options={[every('所有单位'), ...named(agencies)]}
          value={filters.agency}
          onChange={set('agency')}
        />
      </div>
    </>
  )
}
