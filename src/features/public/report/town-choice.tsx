import { View } from '@tarojs/components'
import { county } from '../../../services/built-in/county'
import type { Faulty } from '../../../ui/act/field'
import { Field } from '../../../ui/act/field'
import { pressable } from '../../../ui/act/press'
import { elsewhere } from './report-fields'

const towns = [...county.towns, elsewhere]

/** The county's towns side by side: a list of seventeen lines would be three screens long. */
export const TownChoice = ({ chosen, wrong, onChoose }: Faulty & { chosen: string; onChoose: (town: string) => void }) => (
  <Field id="town" label="在哪个乡镇？" wrong={wrong}>
    <View className="towns" role="radiogroup" aria-label="在哪个乡镇？" aria-invalid={wrong ? true : undefined}>
      {towns.map((town, i) => (
        <View
          key={town}
          {...pressable('radio')}
          id={`town-${i}`}
          className={`towns__one${town === chosen ? ' towns__one--on' : ''}`}
          aria-checked={town === chosen}
          onClick={() => onChoose(town)}
        >
          {town === chosen ? `✓ ${town}` : town}
        </View>
      ))}
    </View>
  </Field>
)
