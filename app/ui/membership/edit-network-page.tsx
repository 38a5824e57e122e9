import type { ComponentProps } from "react";
import type { Network } from "~/domain/networks/network";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { useTranslation } from "~/ui/translation";
import { NetworkDesk } from "./network-desk";
import { NetworkFields, useNetworkLabels } from "./network-fields";
import type { Done } from "./read-done";

interface EditNetworkProps {
  network: Network;
  text: ComponentProps<typeof NetworkFields>["network"];
  networks: { id: string; name: string }[];
  done: Done | null;
  refused?: Refused;
}

export function EditNetworkPage({ network, text, networks, done, refused }: EditNetworkProps) {
  const { t } = useTranslation();
  return (
    <NetworkDesk network={network} page="edit" done={done}>
      <Form id="edit-network" labels={useNetworkLabels()} refused={refused} submit={t("network.savePolicies")}>
        <NetworkFields networks={networks} network={text} />
      </Form>
    </NetworkDesk>
  );
}
