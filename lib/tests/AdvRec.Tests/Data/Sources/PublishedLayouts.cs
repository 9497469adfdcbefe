namespace AdvRec.Tests.Data.Sources;

/// <summary>
/// Layouts of published data sets, from their documentation, with made-up rows. User u holds out b, which is rated last (where there are no times, it stands last).
/// </summary>
public sealed class PublishedLayouts : TheoryData<string, string, string, string?, string, string>
{
    public PublishedLayouts()
    {
        Of("MovieLens 32M", "ratings.csv", "userId,movieId,rating,timestamp\r\nu,b,4.0,944249077\r\nu,a,5.0,944249008\r\n", null, "timestamp = 'timestamp'");
        Of("MovieLens tags", "tags.csv", "userId,movieId,tag,timestamp\nu,b,\"sea, \"\"storm\"\"\",1439472355\nu,a,war,1439472256\n", null, "not used: 'tag'");
        Of("MovieLens in HetRec 2011", "user_ratedmovies-timestamps.dat", "userID\tmovieID\trating\ttimestamp\nu\tb\t1\t1162160236000\nu\ta\t4.5\t1162160198000\n", null, "times read as milliseconds");
        Of("Last.fm in HetRec 2011", "user_artists.dat", "userID\tartistID\tweight\nu\ta\t13883\nu\tb\t11690\n", null, "rating = 'weight'");
        Of("Delicious in HetRec 2011", "user_taggedbookmarks-timestamps.dat", "userID\tbookmarkID\ttagID\ttimestamp\nu\tb\t1\t1289255362000\nu\ta\t2\t1289255159000\n", null, "item = 'bookmarkID'");
        Of("MovieTweetings", "ratings.dat", "u::b::8::1381006850\nu::a::7::1380453043\n", null, "'::' between columns");
        Of("LibimSeTi", "ratings.dat", "u,a,8\nu,b,3\n", null, "rating = column 3");
        Of("FilmTrust", "ratings.txt", "u a 2\nu b 4\n", null, "blanks between columns");
        Of("Epinions, aligned", "ratings_data.txt", "  u  a   4\n  u  b  5 \n", null, "blanks between columns");
        Of("Jester, second set", "jester_ratings.dat", "u\t\ta\t\t0.219\nu\t\tb\t\t-9.281\n", null, "not used: column 2 (empty), column 4 (empty)");
        Of("Amazon 2014, ratings only", "ratings_Books.csv", "u,b,5.0,1390867200\nu,a,4.0,1333756800\n", null, "user = column 1, item = column 2");
        Of("Amazon 2018, ratings only", "Books.csv", "b,u,5.0,1390867200\na,u,4.0,1333756800\n", "item,user,rating,timestamp", "such as user 'u', item 'b', rating '5.0', timestamp '1390867200'");
        Of("Amazon 2014, reviews", "reviews_Books.json", "{\"reviewerID\":\"u\",\"asin\":\"b\",\"helpful\":[0,0],\"reviewText\":\"\\u201cgood\\u201d\",\"overall\":5.0,\"unixReviewTime\":1390867200,\"reviewTime\":\"01 28, 2014\"}\n"
            + "{\"reviewerID\":\"u\",\"asin\":\"a\",\"overall\":4.0,\"unixReviewTime\":1333756800,\"reviewTime\":\"04 7, 2012\"}\n", null, "timestamp = 'unixReviewTime'");
        Of("Amazon 2023, reviews", "Books.jsonl", "{\"rating\":5.0,\"title\":\"Good\",\"text\":\"…\",\"images\":[],\"asin\":\"x\",\"parent_asin\":\"b\",\"user_id\":\"u\",\"timestamp\":1588687728923,\"verified_purchase\":true}\n"
            + "{\"rating\":2.0,\"title\":\"Bad\",\"text\":\"…\",\"images\":[],\"asin\":\"y\",\"parent_asin\":\"a\",\"user_id\":\"u\",\"timestamp\":1578687728923,\"verified_purchase\":true}\n", null, "item = 'parent_asin'");
        Of("Amazon 2023, last-out with history", "Books.train.csv", "user_id,parent_asin,rating,timestamp,history\nu,b,4.0,1600000000123,a\nu,a,5.0,1500000000123,\n", null, "not used: 'history'");
        Of("Book-Crossing", "BX-Book-Ratings.csv", "\"User-ID\";\"ISBN\";\"Book-Rating\"\n\"u\";\"a\";\"0\"\n\"u\";\"b\";\"5\"\n", null, "the rating 0 (50.0 %) stands apart: if it means that there is none, leave it out with --min-rating 5");
        Of("Goodreads, interactions", "goodreads_interactions.csv", "user_id,book_id,is_read,rating,is_reviewed\nu,a,1,5,0\nu,b,1,5,0\n", null, "not used: 'is_read', 'is_reviewed'");
        Of("Goodreads, reviews", "goodreads_reviews.json", "{\"user_id\":\"u\",\"book_id\":\"b\",\"review_id\":\"r\",\"rating\":5,\"date_added\":\"Wed Mar 22 11:37:04 -0700 2017\",\"read_at\":\"\"}\n"
            + "{\"user_id\":\"u\",\"book_id\":\"a\",\"review_id\":\"s\",\"rating\":3,\"date_added\":\"Mon Mar 20 11:37:04 -0700 2017\",\"read_at\":\"\"}\n", null, "from 2017-03-20 18:37:04 to 2017-03-22 18:37:04");
        Of("goodbooks-10k", "ratings.csv", "user_id,book_id,rating\nu,a,5\nu,b,4\n", null, "no timestamp");
        Of("Yelp, reviews", "yelp_academic_dataset_review.json", "{\"review_id\":\"r\",\"user_id\":\"u\",\"business_id\":\"b\",\"stars\":3.0,\"useful\":0,\"text\":\"line\\nline\",\"date\":\"2018-07-07 22:09:11\"}\n"
            + "{\"review_id\":\"s\",\"user_id\":\"u\",\"business_id\":\"a\",\"stars\":5.0,\"useful\":1,\"text\":\"…\",\"date\":\"2012-01-03 15:28:18\"}\n", null, "timestamp = 'date'");
        Of("Last.fm 1K", "userid-timestamp-artid-artname-traid-traname.tsv", "u\t2009-05-04T23:08:57Z\tb\tB \"live\"\tt1\tOne\nu\t2009-05-04T13:54:10Z\ta\tA\tt2\tTwo\n", "user,timestamp,item", "no rating");
        Of("Last.fm 360K", "usersha1-artmbid-artname-plays.tsv", "u\t\ta\t2137\nu\tx\tb\t1099\n", "user,-,item,rating", "rating = column 4");
        Of("Taste Profile", "train_triplets.txt", "u\ta\t1\nu\tb\t7\n", null, "tabs between columns");
        Of("LFM-1b, listening events", "LFM-1b_LEs.txt", "u\t1\t2\tb\t1385212958\nu\t1\t2\ta\t1385212642\n", "user,-,-,item,timestamp", "not used: column 2, column 3");
        Of("Gowalla", "loc-gowalla_totalCheckins.txt", "u\t2010-10-19T23:55:27Z\t30.2359\t-97.7951\tb\nu\t2010-10-18T22:17:43Z\t30.2691\t-97.7493\ta\n", "user,timestamp,-,-,item", "item = column 5");
        Of("Foursquare, New York", "dataset_TSMC2014_NYC.txt", "u\tb\t4bf5\tBar\t40.7\t-74.0\t-240\tTue Apr 03 18:00:09 +0000 2012\nu\ta\t4bf6\tCafe\t40.6\t-74.0\t-240\tMon Apr 02 18:02:24 +0000 2012\n", "user,item,-,-,-,-,-,timestamp", "times read as dates");
        Of("Foursquare, New York, on Kaggle", "dataset_TSMC2014_NYC.csv", "userId,venueId,venueCategoryId,venueCategory,latitude,longitude,timezoneOffset,utcTimestamp\nu,b,4bf5,Bar,40.7,-74.0,-240,Tue Apr 03 18:00:09 +0000 2012\nu,a,4bf6,\"Cafe, Tea\",40.6,-74.0,-240,Mon Apr 02 18:02:24 +0000 2012\n", null, "timestamp = 'utcTimestamp'");
        Of("RecBole, Yelp", "yelp.inter", "review_id:token\tuser_id:token\tbusiness_id:token\tstars:float\tuseful:float\tdate:float\nr\tu\tb\t4.0\t0.0\t1530000000.0\ns\tu\ta\t5.0\t0.0\t1520000000.0\n", null, "item = 'business_id:token', rating = 'stars:float', timestamp = 'date:float'");
        Of("NCF, MovieLens 1M", "ml-1m.train.rating", "u\tb\t4\t978824330\nu\ta\t4\t978824268\n", null, "tabs between columns");
        Of("SASRec, in the order of time", "ml-1m.txt", "7 1193\n7 661\n", null, "no rating, no timestamp", "661");
        Of("LightGCN, Gowalla", "train.txt", "0 5 6 7 8\n1 9\n2 5 9\n", null, "read a line per user: the user, then", "8");
        Of("citeulike-a", "users.dat", "2 9 8\n3 5 6 7\n", null, "read a line per user: how many items", "8");
        Of("Netflix Prize", "combined_data_1.txt", "b:\nu,3,2005-09-06\nv,5,2005-05-13\na:\nu,4,2005-09-05\n", null, "read a block per item");
        Of("Yoochoose, clicks", "yoochoose-clicks.dat", "u,2014-04-07T10:54:09.868Z,b,0\nu,2014-04-07T10:51:09.277Z,a,0\n", "user,timestamp,item", "not used: column 4");
        Of("Diginetica", "train-item-views.csv", "sessionId;userId;itemId;timeframe;eventdate\n1;u;b;526309;2016-05-09\n1;u;a;1031018;2016-05-08\n", null, "timestamp = 'eventdate'");
        Of("RetailRocket", "events.csv", "timestamp,visitorid,event,itemid,transactionid\n1433221332117,u,view,b,\n1433221078505,u,view,a,\n", null, "not used: 'event', 'transactionid'");
        Of("REES46", "2019-Oct.csv", "event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session\n2019-10-01 00:00:04 UTC,view,b,1,,x,35.79,u,s\n2019-10-01 00:00:00 UTC,view,a,1,,x,33.20,u,s\n", null, "timestamp = 'event_time'");
        Of("Tmall, UserBehavior", "UserBehavior.csv", "u,b,2520377,pv,1511544070\nu,a,2520771,pv,1511544000\n", "user,item,-,-,timestamp", "not used: column 3, column 4");
        Of("Tianchi, mobile", "tianchi_mobile_recommend_train_user.csv", "user_id,item_id,behavior_type,user_geohash,item_category,time\nu,b,1,,4245,2014-12-06 12\nu,a,1,,4245,2014-12-06 02\n", null, "from 2014-12-06 02:00:00 to 2014-12-06 12:00:00");
        Of("H&M", "transactions_train.csv", "t_dat,customer_id,article_id,price,sales_channel_id\n2018-09-21,u,b,0.05,2\n2018-09-20,u,a,0.03,2\n", null, "timestamp = 't_dat'");
        Of("Deskdrop", "users_interactions.csv", "timestamp,eventType,contentId,personId,sessionId,userAgent,userRegion,userCountry\n1465413046,VIEW,b,u,1,,,\n1465412560,VIEW,a,u,2,,,\n", null, "user = 'personId'");
        Of("Globo.com", "clicks_hour_000.csv", "user_id,session_id,session_start,session_size,click_article_id,click_timestamp,click_environment\nu,1,1506825423271,2,b,1506826828020,4\nu,1,1506825423271,2,a,1506826798020,4\n", null, "item = 'click_article_id'");
        Of("KuaiRec", "small_matrix.csv", "user_id,video_id,play_duration,video_duration,time,date,timestamp,watch_ratio\nu,b,4381,6067,2020-07-05 05:27:48.378,20200705.0,1593898068.378,0.722\nu,a,11635,6100,2020-07-05 05:28:00.057,20200705.0,1593898060.057,1.907\n", null, "timestamp = 'timestamp'");
        Of("KuaiRand", "log_standard.csv", "user_id,video_id,date,hourmin,time_ms,is_click,is_like,play_time_ms\nu,b,20220421,600,1650482452344,1,0,3\nu,a,20220421,500,1650480000000,0,0,0\n", null, "timestamp = 'time_ms'");
        Of("days without signs", "log.csv", "user_id,item_id,date\nu,b,20220422\nu,a,20220421\n", null, "from 2022-04-21 00:00:00 to 2022-04-22 00:00:00");
        Of("Anime, MyAnimeList", "rating.csv", "user_id,anime_id,rating\nu,a,-1\nu,b,8\nu,c,9\n", null, "the rating -1 (33.3 %) stands apart", "c");
        Of("Jester, long form", "jester.csv", "user,joke_id,rating\nu,c,-9.5\nu,a,9.2\nu,b,99\n", null, "the rating 99 (33.3 %) stands apart: if it means that there is none, leave it out with --max-rating 9.2");
        Of("Food.com", "RAW_interactions.csv", "user_id,recipe_id,date,rating,review\nu,b,2003-02-17,4,\"Great,\nwith rice\"\nu,a,2002-02-25,5,\"He said \"\"mmm\"\"\"\n", null, "timestamp = 'date'");
        Of("BeerAdvocate", "beer_reviews.csv", "brewery_id,brewery_name,review_time,review_overall,review_aroma,review_profilename,beer_style,beer_name,beer_abv,beer_beerid\n1,X,1234817823,1.5,2,u,Ale,B,5,b\n1,X,1234817000,3,2,u,Ale,A,5,a\n", null, "user = 'review_profilename', item = 'beer_beerid', rating = 'review_overall'");
        Of("Amazon Fine Foods", "Reviews.csv", "Id,ProductId,UserId,ProfileName,HelpfulnessNumerator,HelpfulnessDenominator,Score,Time,Summary,Text\n1,b,u,delmartian,1,1,5,1303862400,Good,\"a, b\"\n2,a,u,dll pa,0,0,1,1300000000,Not,c\n", null, "item = 'ProductId', rating = 'Score', timestamp = 'Time'");
        Of("Douban, with quotes and tabs", "moviereviews_cleaned.txt", "\"user_id\"\t\"movie_id\"\t\"rating\"\t\"time\"\n\"u\"\t\"b\"\t\"4\"\t\"2012-05-06\"\n\"u\"\t\"a\"\t\"5\"\t\"2011-05-06\"\n", null, "quotation marks around fields");
        Of("KONECT, MovieLens", "out.movielens", "% bip weighted\n% 4 1 2\nu b 4 978824330\nu a 4 978824268\n", null, "skipped 2 lines before the first row");
        Of("Matrix Market", "ratings.mtx", "%%MatrixMarket matrix coordinate real general\n% a remark\n1 2 2\n1 8 5\n1 9 4\n", null, "2 ratings of 1 users for 2 items", "9");
        Of("Hive, with Ctrl-A", "part-00000", "u\u0001b\u00014\u00011600000000\nu\u0001a\u00015\u00011500000000\n", null, "Ctrl-A between columns");
        Of("Excel, with sep=", "export.csv", "sep=;\nUser;Item;Rating;Date\nu;b;4,5;2015-03-09\nu;a;3,5;2014-01-01\n", null, "decimal commas");
        Of("pandas, with its index", "export.csv", ",user_id,item_id,rating,timestamp\n0,u,b,4,9\n1,u,a,5,8\n", null, "not used: column 1");
        Of("Ta-Feng, days written year first", "ta_feng.csv", "2000-11-02 00:00:00;u;D ;E ;110411;b;3;51;57\n2000-11-01 00:00:00;u;D ;E ;110411;a;3;51;57\n", "timestamp,user,-,-,-,item", "semicolons between columns");
        Of("ListenBrainz-like, nanoseconds", "listens.csv", "user_name,track_name,listened_at\nu,b,1600000000123456789\nu,a,1500000000123456789\n", null, "times read as nanoseconds");
    }

    private void Of(string set, string file, string text, string? columns, string said, string heldOut = "b") => Add(set, file, text, columns, said, heldOut);
}
