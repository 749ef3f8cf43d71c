package wellhead.server.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import wellhead.story.AtTheEdge;
import wellhead.story.Story;

/** Serves made-up stories, to look at the pages by eye: port as the one argument. */
final class DemoServer {
  private static final List<String> TITLES =
      List.of(
          "Crude slips as traders weigh a wetter hurricane season",
          "North Sea operators trim budgets for a third year",
          "Gas storage across Europe passes the halfway mark early",
          "Guyana's fifth platform sails six weeks ahead of plan",
          "Why lithium miners are suddenly hiring geologists again",
          "Refiners book their best quarter since the pandemic",
          "A quiet pipeline deal that could redraw Central Asia",
          "Solar curtailment doubles in two sunny provinces",
          "Tanker rates climb on longer routes around the Cape",
          "Grid operator warns of a tight winter for three regions",
          "Hydrogen hub loses its largest customer",
          "Diesel cracks widen after two unplanned outages",
          "Coal plant to close four years early, owner says",
          "Uranium spot price touches a new high for the decade",
          "OPEC+ delegates hint at a longer pause",
          "LNG buyers return to ten-year contracts",
          "Drillers add rigs for the fourth week running",
          "The battery factory that nobody wanted is full",
          "Carbon price falls below forty on weak demand",
          "Permian water disposal rules tighten again",
          "Geothermal start-up drills its deepest well yet",
          "How a heatwave emptied the reservoirs of the south",
          "Utilities ask for higher rates, and mostly get them",
          "Retail fuel prices ease before the long weekend",
          "Nuclear restart slips by another nine months");

  private DemoServer() {}

  @AtTheEdge("a main method prints where it listens")
  public static void main(String[] args) throws Exception {
    var server =
        WebServer.start(
            "127.0.0.1",
            Integer.parseInt(args[0]),
            new FakeEngine(stories()),
            InstantSource.fixed(Stories.NOW),
            WebOptions.DEFAULT);
    System.out.println(server.url());
    Thread.currentThread().join();
  }

  private static List<Story> stories() {
    var stories = new ArrayList<Story>();
    stories.add(Stories.article());
    stories.add(Stories.boundedAbove());
    stories.add(Stories.conflicting());
    stories.add(Stories.undated("no-time", "Heavy sour crude discounts narrow in the Gulf"));
    stories.add(
        Stories.titled(
            "script", "<script>alert(1)</script> & \"crude\" 'quotes' 🛢️ שלום \u202Eoil"));
    String[] ages = {"3 hours", "17 hours", "1 day", "2 days", "5 days"};
    for (int i = 0; i < TITLES.size(); i++) {
      Instant captured = Stories.NOW.minus(Duration.ofHours(7L * i));
      String source = i % 3 == 0 ? "old-barrel.net" : "example-energy.com";
      stories.add(Stories.headline("s" + i, TITLES.get(i), source, captured, ages[i % 5]));
    }
    return stories;
  }
}
