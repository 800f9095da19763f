import { getTranslations } from "next-intl/server";
import { appointmentStatuses } from "@/features/appointments/rules";
import type { AppointmentsFilter } from "../schema";
import { FilterChoice, FilterForm, FilterText } from "./filter-form";

type AppointmentFiltersProps = { action: string; filter: AppointmentsFilter };

export async function AppointmentFilters({ action, filter }: AppointmentFiltersProps) {
  const [t, words] = await Promise.all([
    getTranslations("people"),
    getTranslations("appointments"),
  ]);
  const { after: _, ...filters } = filter;
  return (
    <FilterForm
      action={action}
      submit={t("searchAppointments")}
      reset={t("showAll")}
      isFiltered={Object.keys(filters).length > 0}
    >
      {(["patient", "doctor", "clinic"] as const).map((name) => (
        <FilterText key={name} name={name} label={t(name)} value={filter[name]} />
      ))}
      <FilterChoice
        name="status"
        label={t("colStatus")}
        value={filter.status}
        any={t("anyStatus")}
        options={appointmentStatuses.map((value) => ({ value, label: words(`status_${value}`) }))}
      />
      <FilterText name="from" label={t("from")} value={filter.from} type="date" />
      <FilterText name="to" label={t("to")} value={filter.to} type="date" />
      {filter.person && <input type="hidden" name="person" value={filter.person} />}
    </FilterForm>
  );
}
