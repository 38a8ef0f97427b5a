import { View } from '@tarojs/components'
import { county } from '../../services/county'
import { pressable } from '../../ui/press'
import { elsewhere } from './report-fields'

const towns = [...county.towns, elsewhere]

/** The county's towns side by side: a list of seventeen lines would be three screens long. */
export const TownChoice = ({ chosen, onChoose }: { chosen: string; onChoose: (town: string) => void }) => (
  <View className="field">
    <View className="field__label">在哪个乡镇？</View>
    <View className="towns" role="radiogroup" aria-label="在哪个乡镇？">
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
  </View>
)
