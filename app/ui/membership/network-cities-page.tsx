import type { Network } from "~/domain/networks/network";
import type { Label } from "~/domain/vocabularies/vocabulary";
import { ButtonForm } from "~/ui/form/button-form";
import { SelectField } from "~/ui/form/choice-fields";
import { Form, FormErrors } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { Line, LineList } from "~/ui/layout/line-list";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { NetworkDesk } from "./network-desk";
import type { Done } from "./read-done";

interface NetworkCitiesProps {
  network: Network;
  cities: { id: string; name: Label }[];
  /** Those that can be added. */
  others: { id: string; name: Label }[];
  done: Done | null;
  refused?: Refused;
}

export function NetworkCitiesPage({ network, cities, others, done, refused }: NetworkCitiesProps) {
  const { t, language } = useTranslation();
  return (
    <NetworkDesk network={network} page="cities" done={done}>
      <FormErrors id="remove-city" labels={{}} refused={refused} />
      {cities.length === 0 && <p>{t("network.noCities")}</p>}
      {cities.length > 0 && (
        <LineList>
          {cities.map((city) => (
            <Line key={city.id} title={<a href={`/cities/${city.id}`}>{city.name[language]}</a>}>
              <ButtonForm
                form="remove-city"
                fields={{ city: city.id }}
                label={t("network.removeCity")}
                about={city.name[language]}
              />
            </Line>
          ))}
        </LineList>
      )}
      <p>{t("network.removeCityHint")}</p>
      <Part title={t("network.addCity")} id="add">
        <Form id="add-city" labels={{ city: t("network.city") }} refused={refused} submit={t("network.addCity")}>
          <SelectField
            name="city"
            toChoose
            choices={others.map((city) => ({ value: city.id, label: city.name[language] }))}
          />
        </Form>
      </Part>
    </NetworkDesk>
  );
}
