import type { HomeView } from "@/components/console/home/home-view";
import type { ServiceContext } from "@/lib/services/context";
import { getHome, MOST_COUNTED } from "@/lib/services/home/get-home";

/** What needs somebody's hand. */
export async function readHome(context: ServiceContext): Promise<HomeView> {
  const home = await getHome(context);
  return { ...home, waiting: { ...home.waiting, most: MOST_COUNTED } };
}
